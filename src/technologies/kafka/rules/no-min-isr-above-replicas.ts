import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { topicSetting } from '../documentation';
import { replicasOf } from '../replicas';

const key = 'min.insync.replicas';

export default defineRule({
  id: 'kafka/no-min-isr-above-replicas',
  catalogue: ['kafka-min-isr-gt-rf'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'More in-sync copies are demanded than the topic has.',
  why: 'Every write with `acks=all` fails with NotEnoughReplicas, and `acks=all` is the default of every producer since Kafka 3.0.',
  remedy: 'Give the topic three replicas and demand two, or demand fewer.',
  references: [topicSetting(key)],
  messages: {
    above: 'No write with acks=all can succeed: {value} in-sync copies are demanded of {replicas}.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/broker-config', path: [] },
    { view: 'kafka/topic-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const least = at.number(key);
    const replicas = replicasOf(at);
    if (least.is !== 'known' || replicas.is !== 'known') return;
    // -1 leaves the number to the cluster.
    if (replicas.value < 1 || least.value <= replicas.value) return;
    const possible = Math.max(1, replicas.value - 1);
    const fix = at.fix('review', `Set ${key} to ${possible}`, at.set([key], possible));
    yield { message: 'above', data: { value: least.value, replicas: replicas.value }, span: least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 1\n  config: { min.insync.replicas: «2», retention.ms: 604800000 }\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 1\n  config: { min.insync.replicas: 1, retention.ms: 604800000 }\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ndefault.replication.factor=3\nmin.insync.replicas=«4»\n',
        fixed: 'process.roles=broker\ndefault.replication.factor=3\nmin.insync.replicas=2\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 2\n  config:\n    min.insync.replicas: 2\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    min.insync.replicas: 2\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: ${REPLICAS}\n  config:\n    min.insync.replicas: 2\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ndefault.replication.factor=1\nmin.insync.replicas=${ISR}\n',
      },
    ],
  },
});
