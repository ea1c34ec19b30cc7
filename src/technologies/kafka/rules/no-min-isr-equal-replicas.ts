import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { topicSetting } from '../documentation';
import { replicasOf } from '../replicas';

const key = 'min.insync.replicas';

export default defineRule({
  id: 'kafka/no-min-isr-equal-replicas',
  catalogue: ['kafka-min-isr-eq-rf'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Every copy has to be in sync before a write is acknowledged.',
  why: 'As soon as one broker restarts, fails or lags, all writes with `acks=all` to its partitions stop. Replication then makes the topic less available instead of more.',
  remedy: 'Demand one copy fewer than there are.',
  references: [topicSetting(key)],
  messages: { equal: 'One broker down stops all writes: all {replicas} copies must be in sync.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/broker-config', path: [] },
    { view: 'kafka/topic-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const least = at.number(key);
    const replicas = replicasOf(at);
    if (least.is !== 'known' || replicas.is !== 'known') return;
    if (least.value !== replicas.value || replicas.value < 2) return;
    const fewer = replicas.value - 1;
    const fix = at.fix('review', `Set ${key} to ${fewer}`, at.set([key], fewer));
    yield { message: 'equal', data: { replicas: replicas.value }, span: least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 2\n  config:\n    min.insync.replicas: «2» # safe\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  replicas: 2\n  config:\n    min.insync.replicas: 1 # safe\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nmin.insync.replicas=«3»\ndefault.replication.factor=3\n',
        fixed: 'process.roles=broker\nmin.insync.replicas=2\ndefault.replication.factor=3\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nmin.insync.replicas=2\ndefault.replication.factor=3\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nmin.insync.replicas=1\ndefault.replication.factor=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nmin.insync.replicas=${N}\ndefault.replication.factor=3\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nspec:\n  config:\n    min.insync.replicas: 2\n',
      },
    ],
  },
});
