import { defineRule } from '../../../core';
import type { NodeView, Report, Severity } from '../../../core';
import { upgradeNotes } from '../documentation';

export default defineRule({
  id: 'kafka/no-zookeeper',
  catalogue: ['kafka-zookeeper-removed'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A broker is to be run by ZooKeeper, which Kafka 4.0 removed.',
  why: 'Kafka 4.0 and later know only KRaft: the broker stops with a missing `process.roles`. Kafka 3.9, the last line with ZooKeeper, gets no more fixes.',
  remedy:
    'Migrate to KRaft on 3.9, then upgrade; for a new cluster set `process.roles` and a controller quorum.',
  references: [
    upgradeNotes,
    {
      title: 'Kafka 3.9: ZooKeeper to KRaft migration',
      url: 'https://kafka.apache.org/39/documentation.html#kraft_zk_migration',
    },
  ],
  messages: {
    old: 'ZooKeeper was removed in Kafka 4.0.',
    refused: 'The broker will not start: {image} has no ZooKeeper mode.',
  },
  fix: { none: 'A migration takes several steps on a running cluster.' },
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    const zookeeper = at.get('zookeeper.connect');
    if (zookeeper.is !== 'known' || at.has('process.roles')) return;
    const image = imageWithoutZookeeper(at);
    const refused = { message: 'refused', data: { image: image ?? '' }, severity: 'error' as Severity };
    yield { ...(image === undefined ? { message: 'old' } : refused), span: zookeeper.value.anchor };
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'broker.id=0\n«zookeeper.connect»=zk:2181/kafka\nlog.dirs=/data\n',
        message: 'old',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      «KAFKA_ZOOKEEPER_CONNECT»: zk:2181 # not started\n',
        message: 'refused',
        severity: 'error',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: confluentinc/cp-kafka:8.0.0\n    environment:\n      - «KAFKA_ZOOKEEPER_CONNECT»=zk:2181\n',
        message: 'refused',
        severity: 'error',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: confluentinc/cp-kafka:7.9.0\n    environment:\n      «KAFKA_ZOOKEEPER_CONNECT»: zk:2181\n',
        message: 'old',
      },
    ],
    good: [
      {
        path: 'server.properties',
        text: 'process.roles=broker\nzookeeper.connect=zk:2181\nlog.dirs=/data\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nlog.dirs=/data\n' },
      { path: 'zookeeper.properties', text: 'dataDir=/data\nclientPort=2181\n' },
    ],
  },
});

/** The image of the service around, when it is of a release without ZooKeeper; Confluent's 8.0 holds Kafka 4.0. */
function imageWithoutZookeeper(at: NodeView): string | undefined {
  const image = at.outer?.text('image');
  if (image?.is !== 'known') return undefined;
  const release = /:v?(\d+)\./.exec(image.value)?.[1];
  const first = image.value.includes('confluentinc') ? 8 : 4;
  return Number(release) >= first ? image.value : undefined;
}
