import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';

const durable = '/var/lib/kafka/data';

export default defineRule({
  id: 'kafka/no-temporary-log-directory',
  catalogue: ['kafka-tmp-log-dir'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Topics are stored where the system deletes files.',
  why: 'A reboot or a cleaning job wipes /tmp, and with it all records, consumer offsets and the cluster’s metadata.',
  remedy: `Set \`log.dirs\` to a disk of its own, such as ${durable}.`,
  references: [brokerSetting('log.dirs'), brokerSetting('log.dir')],
  messages: {
    temporary: 'Topics are stored under {value}, which does not outlive a reboot.',
    default: 'Topics are stored in /tmp/kafka-logs, the default of log.dir.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    for (const key of ['log.dirs', 'log.dir']) {
      const folders = at.text(key);
      if (
        folders.is !== 'known' ||
        !folders.value.split(',').some((folder) => /^\s*\/(?:var\/)?tmp(?:\/|\s*$)/.test(folder))
      )
        continue;
      const fix = at.fix('review', `Set ${key} to ${durable}`, at.set([key], durable));
      yield { message: 'temporary', data: { value: folders.value }, span: folders.span, fix };
    }
    const folders = at.get('log.dirs');
    if (folders.is !== 'absent' || at.get('log.dir').is !== 'absent') return;
    const fix = at.fix('review', `Set log.dirs to ${durable}`, at.set(['log.dirs'], durable));
    yield { message: 'default', span: folders.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.dirs=«/tmp/kraft-logs»\nnode.id=1\n',
        message: 'temporary',
        fixed: 'process.roles=broker\nlog.dirs=/var/lib/kafka/data\nnode.id=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.dir=«/data/a, /var/tmp/b»\n',
        message: 'temporary',
        fixed: 'process.roles=broker\nlog.dir=/var/lib/kafka/data\n',
      },
      {
        path: 'server.properties',
        text: '«process.roles»=broker\nnode.id=1\n',
        message: 'default',
        fixed: 'process.roles=broker\nnode.id=1\nlog.dirs=/var/lib/kafka/data\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nlog.dirs=/var/lib/kafka/data\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlog.dir=/tmpfs-free/a\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlog.dirs=/data/tmp\n' },
      { path: 'server.properties', text: 'process.roles=broker\nlog.dirs=${DIRS}\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_NODE_ID: 1\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6\n',
      },
    ],
  },
});
