import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { brokerSetting, topicSetting } from '../documentation';
import { replicasOf } from '../replicas';

const key = 'min.insync.replicas';

export default defineRule({
  id: 'kafka/no-single-in-sync-replica',
  catalogue: ['kafka-min-isr-one'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Writes are acknowledged by one copy though the topic has three.',
  why: 'While two brokers lag, `acks=all` means one broker. If its disk fails then, records are lost that the producer was told were safe.',
  remedy: 'Set `min.insync.replicas=2` beside a replication factor of 3.',
  references: [topicSetting(key), brokerSetting(key)],
  messages: {
    one: 'One in-sync copy of {replicas} is enough to acknowledge a write.',
    unset:
      'One in-sync copy of {replicas} is enough to acknowledge a write: the default of min.insync.replicas is 1.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/broker-config', path: [] },
    { view: 'kafka/topic-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const replicas = replicasOf(at);
    if (replicas.is !== 'known' || replicas.value < 3) return;
    const data = { replicas: replicas.value };
    const fix = at.fix('review', `Set ${key} to 2`, at.set([key], 2));
    const least = at.number(key);
    if (least.is === 'known' && least.value === 1) yield { message: 'one', data, span: least.span, fix };
    // What a topic leaves out comes from its cluster, which another file configures.
    if (least.is !== 'absent' || isTopic(at)) return;
    yield { message: 'unset', data, span: at.at('default.replication.factor')?.anchor ?? least.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 3\n  config:\n    min.insync.replicas: «1» # faster\n',
        message: 'one',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 3\n  config:\n    min.insync.replicas: 2 # faster\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«default.replication.factor»=3\nnum.partitions=6\n',
        message: 'unset',
        fixed:
          'process.roles=broker\ndefault.replication.factor=3\nnum.partitions=6\nmin.insync.replicas=2\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      default.replication.factor: 4\n      min.insync.replicas: «1»\n',
        message: 'one',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      default.replication.factor: 4\n      min.insync.replicas: 2\n',
      },
    ],
    good: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 3\n  config:\n    min.insync.replicas: 2\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 3\n  config:\n    retention.ms: 604800000\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 2\n  config:\n    min.insync.replicas: 1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ndefault.replication.factor=2\nmin.insync.replicas=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ndefault.replication.factor=3\nmin.insync.replicas=${ISR}\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nmin.insync.replicas=1\n' },
    ],
  },
});

function isTopic(at: NodeView): boolean {
  return at.context.view.id === 'kafka/topic-config';
}
