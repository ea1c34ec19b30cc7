import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { sinkSetting } from '../documentation';

const queue = 'errors.deadletterqueue.topic.name';

export default defineRule({
  id: 'kafka-connect/no-dead-letter-loop',
  catalogue: ['connect-dlq-in-topics'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A sink reads its own dead-letter topic.',
  why: 'Connect refuses the connector: each record put aside would be read, fail and be put aside again without end.',
  remedy: 'Give the dead-letter topic a name that the sink does not read.',
  references: [sinkSetting(queue), sinkSetting('topics.regex')],
  messages: {
    listed: 'Connect refuses the sink: it reads its own dead-letter topic {topic}.',
    matched: 'Connect refuses the sink: topics.regex matches its own dead-letter topic {topic}.',
  },
  fix: { none: 'Another name would have to stay clear of what else reads the topics.' },
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const aside = at.text(queue);
    if (aside.is !== 'known' || aside.value.trim() === '') return;
    const topic = aside.value.trim();
    const topics = at.text('topics');
    if (topics.is === 'known' && topics.value.split(',').some((part) => part.trim() === topic)) {
      yield { message: 'listed', data: { topic }, span: aside.span };
    }
    if (matches(at, topic)) yield { message: 'matched', data: { topic }, span: aside.span };
  },
  examples: {
    bad: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics=a, dead\nerrors.deadletterqueue.topic.name=«dead»\nerrors.tolerance=all\n',
        message: 'listed',
      },
      {
        path: 'sink.json',
        text: '{"name": "s", "config": {"connector.class": "a.Sink", "topics.regex": "fraud-.*", "errors.deadletterqueue.topic.name": «"fraud-dlq"», "tasks.max": 1}}\n',
        message: 'matched',
      },
    ],
    good: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics.regex=(?!dead).*\nerrors.deadletterqueue.topic.name=dead\n',
      },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics=a\nerrors.deadletterqueue.topic.name=a-dlq\n',
      },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics.regex=fraud-.*\nerrors.deadletterqueue.topic.name=dead.fraud-x\n',
      },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics.regex=^*fraud\nerrors.deadletterqueue.topic.name=a\n',
      },
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics.regex=.*\nerrors.deadletterqueue.topic.name=\n',
      },
    ],
  },
});

/** Java and JavaScript agree on the expressions that topic names need; another one tells nothing. */
function matches(at: NodeView, topic: string): boolean {
  const expression = at.text('topics.regex');
  if (expression.is !== 'known' || /\(\?|[*+?]{2}|\)[*+]|\\[^.\w-]|\{/.test(expression.value)) return false;
  try {
    return new RegExp(`^(?:${expression.value})$`).test(topic);
  } catch {
    // Half-typed, or Java's alone: nothing follows.
    return false;
  }
}
