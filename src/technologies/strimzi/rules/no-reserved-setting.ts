import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resourceReference } from '../documentation';
import { isReserved, reservedForBrokers, reservedForConnect } from '../reserved-settings';

export default defineRule({
  id: 'strimzi/no-reserved-setting',
  catalogue: ['strimzi-forbidden-config'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A setting that the operator writes itself is ignored.',
  why: 'Strimzi drops the line and says so only in its log: a listener, an authorizer or TLS that the file seems to configure is not there.',
  remedy: 'Delete it and use the field of the resource: `listeners`, `authorization`, `storage`, `tls`.',
  references: [resourceReference('KafkaClusterSpec'), resourceReference('KafkaConnectSpec')],
  messages: { ignored: 'The operator ignores {key}; it sets that itself.' },
  fix: 'review',
  looksAt: [
    { view: 'strimzi/kafka', path: ['spec', 'kafka', 'config'] },
    { view: 'strimzi/connect', path: ['spec', 'config'] },
    { view: 'strimzi/mirror-maker', path: ['spec', 'target', 'config'] },
  ],
  *check(at): Iterable<Report> {
    const reserved = at.context.view.id === 'strimzi/kafka' ? reservedForBrokers : reservedForConnect;
    for (const entry of at.entries()) {
      if (!isReserved(entry.key, reserved)) continue;
      const fix = at.fix('review', `Remove ${entry.key}`, entry.remove());
      yield { message: 'ignored', data: { key: entry.key }, span: entry.anchor, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6\n      «log.dirs»: /data # big disk\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config: { «group.id»: a, offset.storage.replication.factor: 3 }\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config: { offset.storage.replication.factor: 3 }\n',
      },
      {
        path: 'mirror.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nspec:\n  target:\n    config:\n      config.storage.replication.factor: -1\n      «ssl.truststore.location»: /a\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nspec:\n  target:\n    config:\n      config.storage.replication.factor: -1\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      «Process.Roles»: broker\n      num.partitions: 6\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6\n',
      },
    ],
    good: [
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      ssl.cipher.suites: TLS_AES_256_GCM_SHA384\n      broker.session.timeout.ms: 9000\n      group.id: a\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config:\n    broker.rack: a\n    ssl.protocol: TLSv1.3\n',
      },
    ],
  },
});
