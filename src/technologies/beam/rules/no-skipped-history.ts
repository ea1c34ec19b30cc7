import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { transformsOf } from '../pipeline';

const read = (topic: string, reset: string): string =>
  `pipeline:\n  transforms:\n    - type: ReadFromKafka\n      config:\n        topic: ${topic}\n        auto_offset_reset_config: ${reset}\n`;

export default defineRule({
  id: 'beam/no-skipped-history',
  catalogue: ['beam-yaml-kafka-latest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A topic that models learn from is read from its end.',
  why: 'What was written before the pipeline first ran, or while it had no offsets, is missing from the training data, and nothing tells of it.',
  remedy: 'Set `auto_offset_reset_config: earliest`.',
  references: [
    {
      title: 'Beam YAML: ReadFromKafka',
      url: 'https://beam.apache.org/releases/yamldoc/current/#readfromkafka',
    },
  ],
  options: {
    topics: {
      type: 'string[]',
      default: ['*feedback*', '*label*', '*prediction*', '*event*', '*feature*', '*training*'],
      description: 'Topics that hold what models learn from; * stands for any characters.',
    },
  },
  messages: { latest: 'What is in topic {topic} already is skipped.' },
  fix: 'review',
  looksAt: [{ view: 'beam/pipeline', path: [] }],
  *check(at, { options }): Iterable<Report> {
    for (const { at: transform, type } of transformsOf(at)) {
      const reset = transform.text('config', 'auto_offset_reset_config');
      const topic = transform.text('config', 'topic');
      if (type !== 'ReadFromKafka' || reset.is !== 'known' || topic.is !== 'known') continue;
      if (reset.value !== 'latest' || !isNamedLike(topic.value, options.list('topics'))) continue;
      const fix = transform.fix(
        'review',
        'Read from the earliest offset',
        transform.set(['config', 'auto_offset_reset_config'], 'earliest'),
      );
      yield { message: 'latest', data: { topic: topic.value }, span: reset.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'labels.yaml',
        text: read('user-labels', '«latest» # now'),
        fixed: read('user-labels', 'earliest # now'),
      },
    ],
    good: [
      { path: 'labels.yaml', text: read('user-labels', 'earliest') },
      { path: 'labels.yaml', text: read('clicks', 'latest') },
      { path: 'labels.yaml', text: read('"${TOPIC}"', 'latest') },
      { path: 'labels.yaml', text: read('user-labels', '"${RESET}"') },
      { path: 'labels.yaml', text: read('user-labels', 'latest').replace('ReadFromKafka', 'ReadOurs') },
    ],
  },
});

function isNamedLike(name: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
    return new RegExp(`^${escaped}$`, 'i').test(name);
  });
}
