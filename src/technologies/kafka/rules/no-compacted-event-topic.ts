import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { dataTopics, isDataTopic, topicNameOf } from '../data-topics';
import { topicSetting } from '../documentation';

export default defineRule({
  id: 'kafka/no-compacted-event-topic',
  catalogue: ['kafka-feedback-topic-compacted'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A topic of labels or events keeps only the latest record of each key.',
  why: 'Compaction deletes the history: an earlier label, a corrected prediction, the order of events. Training sets built later differ from what happened.',
  remedy: 'Set `cleanup.policy=delete` with a retention that covers retraining.',
  references: [topicSetting('cleanup.policy')],
  options: {
    topics: {
      ...dataTopics.topics,
      default: ['*feedback*', '*label*', '*prediction*', '*event*'],
    },
  },
  messages: { compacted: 'Topic {topic} keeps only the latest record of each key.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/topic-config', path: ['cleanup.policy'] }],
  *check(at, { options }): Iterable<Report> {
    const policy = at.text();
    const topic = topicNameOf(at);
    if (policy.is !== 'known' || topic === undefined || !isDataTopic(topic, options)) return;
    if (!policy.value.split(',').some((part) => part.trim() === 'compact')) return;
    const fix = at.fix('review', 'Set cleanup.policy to delete', at.set([], 'delete'));
    yield { message: 'compacted', data: { topic }, span: policy.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-labels\nspec:\n  config:\n    cleanup.policy: «compact» # saves space\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-labels\nspec:\n  config:\n    cleanup.policy: delete # saves space\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: payment-events\nspec:\n  config:\n    cleanup.policy: «"delete, compact"»\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: payment-events\nspec:\n  config:\n    cleanup.policy: "delete"\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-labels\nspec:\n  config:\n    cleanup.policy: delete\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: customer-state\nspec:\n  config:\n    cleanup.policy: compact\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    cleanup.policy: compact\n',
      },
    ],
  },
});
