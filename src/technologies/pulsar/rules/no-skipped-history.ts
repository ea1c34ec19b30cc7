import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { functions } from '../documentation';
import { pulsarFunction } from '../example-text';
import { dataTopicOf, dataTopics } from '../function-topics';

export default defineRule({
  id: 'pulsar/no-skipped-history',
  catalogue: ['pulsar-function-latest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A topic that models learn from is read from its end.',
  why: 'What was written before the function first ran is missing from features and labels, and nothing tells of it.',
  remedy:
    'Set `subscriptionPosition: Earliest` (`sourceSubscriptionPosition` in sinks) and leave `skipToLatest` out.',
  references: [functions],
  options: dataTopics,
  messages: {
    latest: 'What is in topic {topic} already is skipped.',
    skip: 'At every start what is unread in topic {topic} is skipped.',
  },
  fix: 'review',
  looksAt: [{ view: 'pulsar/function', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const topic = dataTopicOf(at, options);
    if (topic === undefined) return;
    for (const key of ['subscriptionPosition', 'sourceSubscriptionPosition']) {
      const position = at.text(key);
      if (position.is !== 'known' || position.value.toLowerCase() !== 'latest') continue;
      const fix = at.fix('review', 'Read from the earliest message', at.set([key], 'Earliest'));
      yield { message: 'latest', data: { topic }, span: position.span, fix };
    }
    const skips = at.boolean('skipToLatest');
    if (skips.is !== 'known' || !skips.value) return;
    const fix = at.fix('review', 'Remove skipToLatest', at.remove('skipToLatest'));
    yield { message: 'skip', data: { topic }, span: skips.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'function.yaml',
        text: pulsarFunction('subscriptionPosition: «Latest» # now\n'),
        message: 'latest',
        fixed: pulsarFunction('subscriptionPosition: Earliest # now\n'),
      },
      {
        path: 'sink.yaml',
        text: pulsarFunction('sourceSubscriptionPosition: «latest»\n', 'labels'),
        message: 'latest',
        fixed: pulsarFunction('sourceSubscriptionPosition: Earliest\n', 'labels'),
      },
      {
        path: 'function.yaml',
        text: pulsarFunction('skipToLatest: «true»\nparallelism: 1\n'),
        message: 'skip',
        fixed: pulsarFunction('parallelism: 1\n'),
      },
    ],
    good: [
      {
        path: 'function.yaml',
        text: pulsarFunction('subscriptionPosition: Earliest\nskipToLatest: false\n'),
      },
      {
        path: 'function.yaml',
        text: pulsarFunction('subscriptionPosition: Latest\nskipToLatest: true\n', 'clicks'),
      },
      { path: 'function.yaml', text: pulsarFunction('subscriptionPosition: ${POSITION}\n') },
      {
        path: 'function.yaml',
        text: pulsarFunction('subscriptionPosition: Latest\n'),
        options: { topics: ['*judgement*'] },
      },
    ],
  },
});
