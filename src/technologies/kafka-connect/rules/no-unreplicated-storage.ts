import { boundedNumber } from '../../../shapes/bounded-number';
import { workerSetting } from '../documentation';

export default boundedNumber({
  id: 'kafka-connect/no-unreplicated-storage',
  catalogue: ['connect-storage-rf-one'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'replication',
  summary: 'Connect keeps its own state in one copy.',
  why: 'With the disk that holds them, all connector configurations or all source offsets are gone: connectors vanish, sources read everything again or skip.',
  remedy: 'Set -1, the cluster’s default, or 3.',
  references: [
    workerSetting('offset.storage.replication.factor'),
    workerSetting('config.storage.replication.factor'),
    workerSetting('status.storage.replication.factor'),
  ],
  views: ['kafka-connect/distributed-worker'],
  key: ['offset.storage.replication.factor'],
  otherKeys: [['config.storage.replication.factor'], ['status.storage.replication.factor']],
  least: 3,
  except: [-1],
  message: 'Connect’s own state is kept in {value} copies ({key}).',
  mend: { title: 'Set the replication factor to 3', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\noffset.storage.replication.factor=«1»\ngroup.id=c\n',
        fixed: 'key.converter=a.B\noffset.storage.topic=o\noffset.storage.replication.factor=3\ngroup.id=c\n',
      },
      {
        path: 'connect.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config:\n    config.storage.replication.factor: «2» # two brokers\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nspec:\n  config:\n    config.storage.replication.factor: 3 # two brokers\n',
      },
      {
        path: 'mirror.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nspec:\n  target:\n    config:\n      status.storage.replication.factor: «1»\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaMirrorMaker2\nspec:\n  target:\n    config:\n      status.storage.replication.factor: 3\n',
      },
    ],
    good: [
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\noffset.storage.replication.factor=-1\nconfig.storage.replication.factor=3\n',
      },
      {
        path: 'connect-distributed.properties',
        text: 'key.converter=a.B\noffset.storage.topic=o\nstatus.storage.replication.factor=${RF}\n',
      },
    ],
  },
});
