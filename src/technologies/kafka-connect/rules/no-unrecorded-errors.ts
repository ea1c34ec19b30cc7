import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { connectorName, isSet, isSink } from '../connectors';
import { sinkSetting } from '../documentation';

const queue = 'errors.deadletterqueue.topic.name';

export default defineRule({
  id: 'kafka-connect/no-unrecorded-errors',
  catalogue: ['connect-tolerance-all-no-dlq'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A sink skips records that it cannot process and keeps them nowhere.',
  why: 'With `errors.tolerance=all` each record that cannot be converted is dropped. After a schema change that is all of them, and the connector stays green.',
  remedy: `Set \`${queue}\` and \`errors.deadletterqueue.context.headers.enable=true\`.`,
  references: [sinkSetting('errors.tolerance'), sinkSetting(queue)],
  messages: { dropped: 'Records that cannot be processed are dropped without a trace.' },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const tolerance = at.text('errors.tolerance');
    if (tolerance.is !== 'known' || tolerance.value.trim() !== 'all' || !isSink(at)) return;
    if (isSet(at.text(queue)) !== false) return;
    const name = connectorName(at);
    const fix =
      name === undefined
        ? undefined
        : at.fix('review', 'Add a dead-letter topic', at.set([queue], `${name}-dlq`));
    yield { message: 'dropped', span: tolerance.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'feedback-sink.json',
        text: '{"name": "feedback", "config": {"connector.class": "a.Sink", "topics": "feedback", "errors.tolerance": «"all"», "tasks.max": 2}}\n',
        fixed:
          '{"name": "feedback", "config": {"connector.class": "a.Sink", "topics": "feedback", "errors.tolerance": "all", "tasks.max": 2, "errors.deadletterqueue.topic.name": "feedback-dlq"}}\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: labels\nspec:\n  class: io.example.JdbcSinkConnector\n  config:\n    errors.tolerance: «all» # keep going\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: labels\nspec:\n  class: io.example.JdbcSinkConnector\n  config:\n    errors.tolerance: all # keep going\n    errors.deadletterqueue.topic.name: labels-dlq\n',
      },
      {
        path: 'sink.properties',
        text: 'connector.class=a.B\ntopics=x\nerrors.tolerance=«all»\nerrors.deadletterqueue.topic.name=\n',
      },
    ],
    good: [
      {
        path: 'sink.properties',
        text: 'name=s\nconnector.class=a.Sink\ntopics=x\nerrors.tolerance=all\nerrors.deadletterqueue.topic.name=x-dlq\n',
      },
      {
        path: 'sink.properties',
        text: `name=s\nconnector.class=a.Sink\ntopics=x\nerrors.tolerance=all\nerrors.deadletterqueue.topic.name=\${DLQ}\n`,
      },
      { path: 'sink.properties', text: 'name=s\nconnector.class=a.Sink\ntopics=x\nerrors.tolerance=none\n' },
      {
        path: 'source.properties',
        text: 'name=s\nconnector.class=a.FileSource\ntopic=x\nerrors.tolerance=all\n',
      },
    ],
  },
});
