import { boundedNumber } from '../../../shapes/bounded-number';
import { brokerSetting } from '../documentation';

export default boundedNumber({
  id: 'kafka/no-unreplicated-internal-topic',
  catalogue: ['kafka-internal-topic-rf-low'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Kafka keeps its own state topics in fewer than three copies.',
  why: 'Committed offsets and open transactions live in these topics. With one copy, the loss of one disk makes every consumer group start over or skip; with two, one broker in maintenance leaves no spare.',
  remedy: 'Leave the setting out, its default is 3, or set 3.',
  references: [
    brokerSetting('offsets.topic.replication.factor'),
    brokerSetting('transaction.state.log.replication.factor'),
    brokerSetting('share.coordinator.state.topic.replication.factor'),
  ],
  views: ['kafka/broker-config'],
  key: ['offsets.topic.replication.factor'],
  otherKeys: [
    ['transaction.state.log.replication.factor'],
    ['share.coordinator.state.topic.replication.factor'],
  ],
  least: 3,
  message: 'Only {value} copies of an internal topic are kept ({key}).',
  mend: { title: 'Set the replication factor to 3', safety: 'review' },
  examples: {
    bad: [
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
