import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';
import { isSingleNode } from '../replicas';

const key = 'default.replication.factor';

export default defineRule({
  id: 'kafka/no-unreplicated-default-topic',
  catalogue: ['kafka-default-rf-one'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'Topics that do not say how many copies they want get one.',
  why: 'Automatically created topics, the internal topics of Kafka Streams and every tool that asks for the default live on a single disk. When it fails, their records are gone.',
  remedy: 'Set `default.replication.factor=3`.',
  references: [brokerSetting(key)],
  messages: {
    one: 'Topics get one copy unless they ask for more.',
    unset: 'Topics get one copy unless they ask for more: the default of default.replication.factor is 1.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    if (isSingleNode(at)) return;
    const copies = at.number(key);
    const fix = at.fix('review', `Set ${key} to 3`, at.set([key], 3));
    if (copies.is === 'known' && copies.value === 1) yield { message: 'one', span: copies.span, fix };
    if (copies.is !== 'absent') return;
    const voters = at.text('controller.quorum.voters');
    if (voters.is !== 'known' || voters.value.split(',').length < 2) return;
    yield { message: 'unset', severity: 'info', span: voters.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\ndefault.replication.factor=«1»\nnum.partitions=3\n',
        message: 'one',
        fixed: 'process.roles=broker\ndefault.replication.factor=3\nnum.partitions=3\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ncontroller.quorum.voters=«1@a:9093,2@b:9093»\nnum.partitions=3\n',
        message: 'unset',
        severity: 'info',
        fixed:
          'process.roles=broker\ncontroller.quorum.voters=1@a:9093,2@b:9093\nnum.partitions=3\ndefault.replication.factor=3\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      default.replication.factor: «1» # to save disks\n',
        message: 'one',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      default.replication.factor: 3 # to save disks\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker,controller\ncontroller.quorum.voters=1@a:9093\nnode.id=1\ndefault.replication.factor=1\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\ndefault.replication.factor=2\n' },
      { path: 'server.properties', text: 'process.roles=broker\ncontroller.quorum.voters=1@a:9093\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ncontroller.quorum.voters=1@a:9093,2@b:9093\ndefault.replication.factor=3\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nnum.partitions=3\n' },
    ],
  },
});
