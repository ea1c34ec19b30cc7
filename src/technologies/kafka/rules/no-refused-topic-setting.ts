import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { upgradeNotes } from '../documentation';
import { removedFromTopics } from '../removed-settings';

export default defineRule({
  id: 'kafka/no-refused-topic-setting',
  catalogue: ['kafka-removed-in-4'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A topic asks for a setting that Kafka 4 removed.',
  why: 'For topics a broker refuses names that it does not know: the topic is not created and not changed.',
  remedy: 'Delete the line.',
  references: [upgradeNotes],
  messages: { unknown: 'Kafka 4 refuses the topic: it does not know {key}.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/topic-config', path: [] }],
  *check(at): Iterable<Report> {
    for (const entry of at.entries()) {
      if (!removedFromTopics.has(entry.key)) continue;
      const fix = at.fix('review', `Remove ${entry.key}`, entry.remove());
      yield { message: 'unknown', data: { key: entry.key }, span: entry.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    retention.ms: 604800000\n    «message.format.version»: "2.8" # old clients\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    retention.ms: 604800000\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    message.timestamp.after.max.ms: 3600000\n',
      },
    ],
  },
});
