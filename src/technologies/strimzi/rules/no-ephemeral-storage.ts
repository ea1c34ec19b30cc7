import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentGuide } from '../documentation';

export default defineRule({
  id: 'strimzi/no-ephemeral-storage',
  catalogue: ['strimzi-ephemeral-storage'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Brokers keep their records in a pod’s temporary directory.',
  why: 'Each pod that is moved or evicted starts empty and copies everything anew; when two move at once, partitions are lost, and of topics with one copy each restart loses all.',
  remedy: 'Use `type: persistent-claim` with a size.',
  references: [deploymentGuide('configuring Kafka storage', 'assembly-storage-str')],
  messages: { ephemeral: 'Records are gone when the pod is: the storage is ephemeral.' },
  fix: { none: 'How much space and which storage class are not in the file.' },
  looksAt: [
    { view: 'strimzi/node-pool', path: ['spec', 'storage', 'type'] },
    { view: 'strimzi/node-pool', path: ['spec', 'storage', 'volumes', '*', 'type'] },
    { view: 'strimzi/kafka', path: ['spec', 'kafka', 'storage', 'type'] },
  ],
  *check(at): Iterable<Report> {
    const type = at.text();
    if (type.is === 'known' && type.value === 'ephemeral') yield { message: 'ephemeral', span: type.span };
  },
  examples: {
    bad: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  replicas: 3\n  storage: { type: «ephemeral», sizeLimit: 1Gi }\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage:\n    type: jbod\n    volumes:\n      - id: 0\n        type: persistent-claim\n        size: 10Gi\n      - id: 1\n        type: «ephemeral» # cache\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1beta2\nkind: Kafka\nspec:\n  kafka:\n    storage:\n      type: «ephemeral»\n',
      },
    ],
    good: [
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage:\n    type: persistent-claim\n    size: 10Gi\n',
      },
      {
        path: 'pool.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaNodePool\nspec:\n  storage:\n    type: {{ .Values.storage }}\n',
      },
    ],
  },
});
