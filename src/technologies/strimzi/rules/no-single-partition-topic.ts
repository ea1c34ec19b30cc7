import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resourceReference } from '../documentation';

export default defineRule({
  id: 'strimzi/no-single-partition-topic',
  catalogue: ['kafka-single-partition-topic'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  environment: 'replication',
  summary: 'A topic that is kept in several copies has one partition.',
  why: 'One consumer of a group does all the work and no second can help. Partitions can be added later, but then keys change their partition and joins break.',
  remedy: 'Start with as many partitions as consumers that you expect, such as 6.',
  references: [resourceReference('KafkaTopicSpec')],
  messages: { single: 'Only one consumer of a group can read the topic.' },
  fix: 'review',
  looksAt: [{ view: 'strimzi/topic', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const partitions = at.number('partitions');
    const replicas = at.number('replicas');
    if (partitions.is !== 'known' || partitions.value !== 1) return;
    if (replicas.is !== 'known' || replicas.value < 2) return;
    const fix = at.fix('review', 'Make 6 partitions', at.set(['partitions'], 6));
    yield { message: 'single', span: partitions.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec: { partitions: «1», replicas: 2 }\n',
        fixed: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec: { partitions: 6, replicas: 2 }\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec: { partitions: 2, replicas: 2 }\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec: { partitions: 1, replicas: 1 }\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec: { partitions: 1 }\n',
      },
    ],
  },
});
