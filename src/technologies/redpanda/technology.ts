import { findEntry, known, resolve } from '../../core';
import type { DocumentModel, EnvironmentSign, Fact, Kind, MapNode, NodeView, Technology } from '../../core';
import { clusterProperties } from './cluster-properties';

const group = 'cluster.redpanda.com';

const nodeFile: Kind = {
  id: 'redpanda/node-file',
  title: 'Redpanda broker configuration',
  formats: ['yaml'],
  booleans: 'text',
  paths: ['redpanda.yaml'],
  recognise: (document) => {
    const own = mapAt(rootOf(document), 'redpanda');
    return own !== undefined && nodeKeys.some((key) => findEntry(own, key) !== undefined);
  },
  mounts: [
    { at: ['redpanda'], as: 'redpanda/node-config' },
    { at: ['rpk'], as: 'redpanda/rpk-config' },
  ],
  environment: nodeEnvironment,
};

const bootstrap: Kind = {
  id: 'redpanda/bootstrap-file',
  title: 'Redpanda cluster properties',
  formats: ['yaml'],
  booleans: 'text',
  paths: ['.bootstrap.yaml', 'bootstrap.yml'],
  recognise: (document, path) => {
    const root = rootOf(document);
    const count = root?.entries.filter(({ key }) => clusterProperties.has(key)).length ?? 0;
    return count >= (/(?:^|\/)\.?bootstrap\.ya?ml$/.test(path) ? 1 : 3);
  },
  mounts: [{ at: [], as: 'redpanda/cluster-config' }],
};

const cluster: Kind = {
  id: 'redpanda/cluster',
  title: 'Redpanda custom resource',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  resource: { group, kinds: ['Redpanda'] },
  // The chart supplies what is left out.
  mounts: [
    { at: ['spec', 'clusterSpec', 'config', 'cluster'], as: 'redpanda/cluster-config', absence: 'partial' },
    { at: ['spec', 'clusterSpec', 'config', 'node'], as: 'redpanda/node-config', absence: 'partial' },
    { at: ['spec', 'clusterSpec', 'config', 'rpk'], as: 'redpanda/rpk-config', absence: 'partial' },
  ],
  environment: (root): EnvironmentSign | undefined => {
    const replicas = root.number('spec', 'clusterSpec', 'statefulset', 'replicas');
    return replicas.is === 'known' ? (replicas.value > 1 ? 'shared' : 'local') : undefined;
  },
};

const topic: Kind = {
  id: 'redpanda/topic',
  title: 'Redpanda Topic',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  resource: { group, kinds: ['Topic'] },
  mounts: [{ at: ['spec', 'additionalConfig'], as: 'kafka/topic-config', absence: 'partial' }],
  facts: topicFacts,
};

/** Redpanda: brokers, cluster properties and the operator's resources. */
const technology: Technology = {
  slug: 'redpanda',
  title: 'Redpanda',
  pattern: 'data-pipeline',
  homepage: 'https://www.redpanda.com',
  kinds: [nodeFile, bootstrap, cluster, topic],
  views: [
    {
      id: 'redpanda/node-config',
      title: 'broker properties, wherever they stand',
      booleans: 'text',
      keys: [{ set: 'redpanda/node' }],
    },
    {
      id: 'redpanda/cluster-config',
      title: 'cluster properties, wherever they stand',
      booleans: 'text',
      keys: [{ set: 'redpanda/cluster' }],
    },
    { id: 'redpanda/rpk-config', title: 'settings of rpk', booleans: 'text' },
  ],
};

export default technology;

const nodeKeys = [
  'data_directory',
  'seed_servers',
  'rpc_server',
  'kafka_api',
  'admin',
  'developer_mode',
  'empty_seed_starts_cluster',
  'advertised_kafka_api',
];

function rootOf(document: DocumentModel): MapNode | undefined {
  const root = resolve(document.root);
  return root?.type === 'map' && !findEntry(root, 'apiVersion') ? root : undefined;
}

function mapAt(map: MapNode | undefined, key: string): MapNode | undefined {
  const node = map && resolve(findEntry(map, key)?.entry.value);
  return node?.type === 'map' ? node : undefined;
}

/** A broker with others to join is no laptop's; one that listens on this machine only is. */
function nodeEnvironment(root: NodeView): EnvironmentSign | undefined {
  const seeds = root.list('redpanda', 'seed_servers');
  if (seeds.is === 'known' && seeds.value.length > 1) return 'shared';
  const listeners = root.at('redpanda', 'kafka_api')?.items() ?? [];
  const addresses = listeners.map((each) => known(each.text('address')) ?? '');
  const isLocal =
    addresses.length > 0 && addresses.every((each) => /^(?:127\.0\.0\.1|localhost)$/.test(each));
  return isLocal ? 'local' : undefined;
}

function* topicFacts(root: NodeView): Iterable<Fact> {
  const renamed = root.text('spec', 'overwriteTopicName');
  const name = renamed.is === 'absent' ? root.text('metadata', 'name') : renamed;
  if (name.is !== 'known') return;
  const partitions = root.number('spec', 'partitions');
  const replicas = root.number('spec', 'replicationFactor');
  const attributes = {
    source: 'redpanda',
    ...(partitions.is === 'known' && { partitions: String(partitions.value) }),
    ...(replicas.is === 'known' && { replicas: String(replicas.value) }),
  };
  yield { type: 'topic', name: name.value, attributes, span: name.span };
}
