import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { functions } from '../documentation';
import { pulsarFunction } from '../example-text';
import { dataTopicOf, dataTopics } from '../function-topics';

export default defineRule({
  id: 'pulsar/require-key-ordering',
  catalogue: ['pulsar-function-key-ordering'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Several instances share a topic in which the order of one key matters.',
  why: 'A label can overtake the prediction that it judges, and of two labels the older one can be worked on last.',
  remedy: 'Set `retainKeyOrdering: true`: messages of one key go to one instance.',
  references: [functions],
  options: dataTopics,
  messages: { unordered: '{value} instances work on {topic} without keeping the order of a key.' },
  fix: 'review',
  looksAt: [{ view: 'pulsar/function', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const instances = at.number('parallelism');
    const topic = dataTopicOf(at, options);
    if (instances.is !== 'known' || instances.value <= 1 || topic === undefined) return;
    if (at.has('retainOrdering')) return;
    const ordered = at.boolean('retainKeyOrdering');
    if (ordered.is !== 'absent' && !(ordered.is === 'known' && !ordered.value)) return;
    const fix = at.fix('review', 'Keep the order of each key', at.set(['retainKeyOrdering'], true));
    yield { message: 'unordered', data: { value: instances.value, topic }, span: instances.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'function.yaml',
        text: pulsarFunction('parallelism: «2» # fast\n'),
        fixed: pulsarFunction('parallelism: 2 # fast\nretainKeyOrdering: true\n'),
      },
      {
        path: 'function.yaml',
        text: pulsarFunction('parallelism: «4»\nretainKeyOrdering: false\n'),
        fixed: pulsarFunction('parallelism: 4\nretainKeyOrdering: true\n'),
      },
    ],
    good: [
      { path: 'function.yaml', text: pulsarFunction('parallelism: 1\n') },
      { path: 'function.yaml', text: pulsarFunction('parallelism: 2\nretainKeyOrdering: true\n') },
      { path: 'function.yaml', text: pulsarFunction('parallelism: 2\nretainKeyOrdering: ${ORDERED}\n') },
      { path: 'function.yaml', text: pulsarFunction('parallelism: 2\nretainOrdering: true\n') },
      { path: 'function.yaml', text: pulsarFunction('parallelism: 2\n', 'clicks') },
    ],
  },
});
