import type { EnvironmentSign, Kind, Mount, NodeView, Path, Technology } from '../../core';
import { clusterFacts, connectFacts, connectorFacts, topicFacts, userFacts } from './facts';

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

/** The same for Connect workers, and what it fills in when it is left out. */
const ownedByConnectOperator: readonly Path[] = [
  ['listeners'],
  ['rest.extension.classes'],
  ['bootstrap.servers'],
  ['security.protocol'],
  ['group.id'],
  ['key.converter'],
  ['value.converter'],
];

const any: Mount = { at: [], as: 'strimzi/any' };

const cluster: Kind = {
  ...resource('strimzi/kafka', 'Strimzi Kafka', 'Kafka', [
    { at: ['spec', 'kafka', 'config'], as: 'kafka/broker-config', suppliedElsewhere: ownedByOperator },
  ]),
  environment: (root) => signOf(root, 'spec', 'kafka', 'replicas'),
  facts: clusterFacts,
};

const nodePool: Kind = {
  ...resource('strimzi/node-pool', 'Strimzi KafkaNodePool', 'KafkaNodePool'),
  environment: (root) => signOf(root, 'spec', 'replicas'),
};

const topic: Kind = {
  ...resource('strimzi/topic', 'Strimzi KafkaTopic', 'KafkaTopic', [
    { at: ['spec', 'config'], as: 'kafka/topic-config' },
  ]),
  facts: topicFacts,
};

const user: Kind = { ...resource('strimzi/user', 'Strimzi KafkaUser', 'KafkaUser'), facts: userFacts };

const connect: Kind = {
  ...resource('strimzi/connect', 'Strimzi KafkaConnect', 'KafkaConnect', [
    {
      at: ['spec', 'config'],
      as: 'kafka-connect/distributed-worker',
      suppliedElsewhere: ownedByConnectOperator,
    },
  ]),
  facts: connectFacts,
};

const connector: Kind = {
  ...resource('strimzi/connector', 'Strimzi KafkaConnector', 'KafkaConnector', [
    { at: ['spec', 'config'], as: 'kafka-connect/connector-config' },
  ]),
  facts: connectorFacts,
};

const mirrorMaker = resource('strimzi/mirror-maker', 'Strimzi KafkaMirrorMaker2', 'KafkaMirrorMaker2', [
  {
    at: ['spec', 'target', 'config'],
    as: 'kafka-connect/distributed-worker',
    suppliedElsewhere: ownedByConnectOperator,
  },
]);

const bridge = resource('strimzi/bridge', 'Strimzi KafkaBridge', 'KafkaBridge');

const rebalance = resource('strimzi/rebalance', 'Strimzi KafkaRebalance', 'KafkaRebalance');

/** Strimzi: Kafka on Kubernetes by custom resources. */
const technology: Technology = {
  slug: 'strimzi',
  title: 'Strimzi',
  pattern: 'data-pipeline',
  homepage: 'https://strimzi.io',
  kinds: [cluster, nodePool, topic, user, connect, connector, mirrorMaker, bridge, rebalance],
  views: [{ id: 'strimzi/any', title: 'any Strimzi resource', booleans: 'yaml-1.1' }],
};

export default technology;

function resource(id: string, title: string, kind: string, mounts: readonly Mount[] = []): Kind {
  return {
    id,
    title,
    formats: ['yaml', 'json'],
    resource: { group: 'kafka.strimzi.io', kinds: [kind] },
    booleans: 'yaml-1.1',
    mounts: [any, ...mounts],
  };
}

/** One node is a laptop's cluster; more than one is not. */
function signOf(root: NodeView, ...path: string[]): EnvironmentSign | undefined {
  const replicas = root.number(...path);
  if (replicas.is !== 'known') return undefined;
  return replicas.value <= 1 ? 'local' : 'shared';
}
