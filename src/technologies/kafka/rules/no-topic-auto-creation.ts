import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';
import { rolesOf } from '../replicas';

const key = 'auto.create.topics.enable';

export default defineRule({
  id: 'kafka/no-topic-auto-creation',
  catalogue: ['kafka-auto-create-topics'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'A topic comes to be as soon as someone names it.',
  why: 'A misspelt topic is created instead of refused: the producer writes where nobody reads, with the default partitions, copies and retention.',
  remedy: 'Set `auto.create.topics.enable=false` and create topics by file.',
  references: [
    brokerSetting(key),
    {
      title: 'Strimzi: topic operator',
      url: 'https://strimzi.io/docs/operators/latest/deploying#using-the-topic-operator-str',
    },
  ],
  messages: {
    on: 'A misspelt topic name makes a topic.',
    unset: 'A misspelt topic name makes a topic: the default of auto.create.topics.enable is true.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const creates = at.boolean(key);
    const fix = at.fix('review', `Set ${key} to false`, at.set([key], false));
    if (creates.is === 'known' && creates.value) yield { message: 'on', span: creates.span, fix };
    if (creates.is !== 'absent' || rolesOf(at)?.includes('broker') === false) return;
    yield { message: 'unset', severity: 'info', span: creates.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nauto.create.topics.enable=«true»\nnode.id=1\n',
        message: 'on',
        fixed: 'process.roles=broker\nauto.create.topics.enable=false\nnode.id=1\n',
      },
      {
        path: 'server.properties',
        text: '«process.roles»=broker,controller\nnode.id=1\n',
        message: 'unset',
        severity: 'info',
        fixed: 'process.roles=broker,controller\nnode.id=1\nauto.create.topics.enable=false\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    «config»:\n      num.partitions: 6 # plenty\n',
        message: 'unset',
        severity: 'info',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6 # plenty\n      auto.create.topics.enable: false\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nauto.create.topics.enable=false\n' },
      { path: 'server.properties', text: `process.roles=broker\nauto.create.topics.enable=\${AUTO}\n` },
      { path: 'controller.properties', text: 'process.roles=controller\nnode.id=1\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_NODE_ID: 1\n',
      },
    ],
  },
});
