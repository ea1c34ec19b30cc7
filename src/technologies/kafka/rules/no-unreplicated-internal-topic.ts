import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { brokerSetting } from '../documentation';
import { isSingleNode } from '../replicas';

const keys = [
  'offsets.topic.replication.factor',
  'transaction.state.log.replication.factor',
  'share.coordinator.state.topic.replication.factor',
];

export default defineRule({
  id: 'kafka/no-unreplicated-internal-topic',
  catalogue: ['kafka-internal-topic-rf-low'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Kafka keeps its own state topics in fewer than three copies.',
  why: 'Committed offsets and open transactions live in these topics. With one copy, the loss of one disk makes every consumer group start over or skip; with two, one broker in maintenance leaves no spare.',
  remedy: 'Leave the setting out, its default is 3, or set 3.',
  references: keys.map((key) => brokerSetting(key)),
  messages: { few: 'Only {value} copies of an internal topic are kept ({key}).' },
  fix: 'review',
  looksAt: [{ view: 'kafka/broker-config', path: [] }],
  *check(at): Iterable<Report> {
    if (isSingleNode(at)) return;
    for (const key of keys) {
      const copies = at.number(key);
      if (copies.is !== 'known' || copies.value >= 3) continue;
      const fix = at.fix('review', 'Set the replication factor to 3', at.set([key], 3));
      yield { message: 'few', data: { key, value: copies.value }, span: copies.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'server.properties',
        text: 'process.roles=broker,controller\ncontroller.quorum.bootstrap.servers=a:9093,b:9093,c:9093\noffsets.topic.replication.factor=«1»\n',
        fixed:
          'process.roles=broker,controller\ncontroller.quorum.bootstrap.servers=a:9093,b:9093,c:9093\noffsets.topic.replication.factor=3\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ncontroller.quorum.bootstrap.servers=a:9093\noffsets.topic.replication.factor=«1»\n',
        fixed:
          'process.roles=broker\ncontroller.quorum.bootstrap.servers=a:9093\noffsets.topic.replication.factor=3\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\noffsets.topic.replication.factor=«1»\nnum.partitions=6\n',
        fixed: 'process.roles=broker\noffsets.topic.replication.factor=3\nnum.partitions=6\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\ntransaction.state.log.replication.factor = «2»\n',
        fixed: 'process.roles=broker\ntransaction.state.log.replication.factor = 3\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: «1» # one broker\n',
        fixed:
          'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 3 # one broker\n',
      },
      {
        path: 'cluster.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config: { share.coordinator.state.topic.replication.factor: «1», num.partitions: 6 }\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: Kafka\nspec:\n  kafka:\n    config: { share.coordinator.state.topic.replication.factor: 3, num.partitions: 6 }\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    environment:\n      KAFKA_PROCESS_ROLES: broker,controller\n      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:9093\n      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\noffsets.topic.replication.factor=3\n' },
      { path: 'server.properties', text: 'process.roles=broker\noffsets.topic.replication.factor=${RF}\n' },
      { path: 'server.properties', text: 'process.roles=broker\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  ui:\n    image: example/kafka-ui:1.0\n    environment:\n      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 1\n',
      },
    ],
  },
});
