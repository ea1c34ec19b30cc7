import type { EnvironmentSign, Fact, Kind, NodeView, Path, Technology } from '../../core';

const group = 'kafka.strimzi.io';

/** Settings that the operator writes itself. */
const ownedByOperator: readonly Path[] = [
  ['listeners'],
  ['log.dirs'],
  ['log.dir'],
  ['process.roles'],
  ['authorizer.class.name'],
  ['security.inter.broker.protocol'],
  ['inter.broker.listener.name'],
];

const cluster: Kind = {
  id: 'strimzi/kafka',
  title: 'Strimzi Kafka',
  formats: ['yaml'],
  resource: { group, kinds: ['Kafka'] },
  booleans: 'yaml-1.1',
  mounts: [
    {
      at: ['spec', 'kafka', 'config'],
      as: 'kafka/broker-config',
      // The operator owns what names listeners, storage, quorum and security.
      suppliedElsewhere: ownedByOperator,
    },
  ],
  environment: replicasSign,
};

const nodePool: Kind = {
  id: 'strimzi/node-pool',
  title: 'Strimzi KafkaNodePool',
  formats: ['yaml'],
  resource: { group, kinds: ['KafkaNodePool'] },
  booleans: 'yaml-1.1',
  environment: (root): EnvironmentSign | undefined => signOf(root, 'spec', 'replicas'),
};

const topic: Kind = {
  id: 'strimzi/topic',
  title: 'Strimzi KafkaTopic',
  formats: ['yaml'],
  resource: { group, kinds: ['KafkaTopic'] },
  booleans: 'yaml-1.1',
  mounts: [{ at: ['spec', 'config'], as: 'kafka/topic-config' }],
  facts: topicFacts,
};

/** Strimzi: Kafka on Kubernetes by custom resources. */
const technology: Technology = {
  slug: 'strimzi',
  title: 'Strimzi',
  pattern: 'data-pipeline',
  homepage: 'https://strimzi.io',
  kinds: [cluster, nodePool, topic],
  views: [],
};

export default technology;

/** One replica everywhere is a laptop's cluster; more than one is not. */
function replicasSign(root: NodeView): EnvironmentSign | undefined {
  return signOf(root, 'spec', 'kafka', 'replicas');
}

function signOf(root: NodeView, ...path: string[]): EnvironmentSign | undefined {
  const replicas = root.number(...path);
  if (replicas.is !== 'known') return undefined;
  return replicas.value <= 1 ? 'local' : 'shared';
}

/** A topic's name is `spec.topicName`, else `metadata.name`. */
function* topicFacts(root: NodeView): Iterable<Fact> {
  const renamed = root.text('spec', 'topicName');
  const name = renamed.is === 'absent' ? root.text('metadata', 'name') : renamed;
  if (name.is !== 'known') return;
  const partitions = root.number('spec', 'partitions');
  const attributes = {
    source: 'strimzi',
    ...(partitions.is === 'known' && { partitions: String(partitions.value) }),
  };
  yield { type: 'topic', name: name.value, attributes, span: name.span };
}
