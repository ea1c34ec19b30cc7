import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { upgradeNotes } from '../documentation';

const key = 'inter.broker.protocol.version';

export default defineRule({
  id: 'kafka/no-pinned-inter-broker-version',
  catalogue: ['kafka-inter-broker-version-pinned'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'The protocol between brokers is pinned by a setting of ZooKeeper’s time.',
  why: 'KRaft reads `metadata.version` from its own log instead and ignores this line, so that it tells the next reader a wrong version.',
  remedy: 'Delete it; upgrade features with `kafka-features.sh upgrade --release-version`.',
  references: [upgradeNotes],
  messages: { pinned: '{key} has no effect in KRaft mode.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const pinned = at.get(key);
    // Where the file leaves the mode open, an operator such as Strimzi runs KRaft.
    if (pinned.is !== 'known' || at.get('process.roles').is === 'absent') return;
    const fix = at.fix('review', `Remove ${key}`, at.remove(key));
    yield { message: 'pinned', data: { key }, span: pinned.value.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\n«inter.broker.protocol.version»=3.9\nnode.id=1\n',
        fixed: 'process.roles=broker\nnode.id=1\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6\n      «inter.broker.protocol.version»: "3.9"\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config:\n      num.partitions: 6\n',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'broker.id=1\nlog.dirs=/data\nzookeeper.connect=zk:2181\ninter.broker.protocol.version=3.9\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\n' },
    ],
  },
});
