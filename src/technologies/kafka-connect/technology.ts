import { findEntry, resolve } from '../../core';
import type { DocumentModel, EnvironmentSign, Kind, MapNode, NodeView, Technology } from '../../core';
import { connectorFacts } from './facts';

const properties = ['properties'] as const;

/** A worker's clients take their own keys behind these. */
const clientKeys = [
  { set: 'kafka/producer', prefix: 'producer.' },
  { set: 'kafka/consumer', prefix: 'consumer.' },
  { set: 'kafka/admin', prefix: 'admin.' },
];

const distributed: Kind = {
  id: 'kafka-connect/distributed',
  title: 'Connect worker, distributed',
  formats: properties,
  booleans: 'text',
  paths: ['connect-distributed*.properties'],
  recognise: (document) => hasKeys(document, 'key.converter', 'offset.storage.topic'),
  mounts: [
    { at: [], as: 'kafka-connect/worker' },
    { at: [], as: 'kafka-connect/distributed-worker' },
    { at: [], as: 'kafka/client-config' },
  ],
  environment: workerEnvironment,
};

const standalone: Kind = {
  id: 'kafka-connect/standalone',
  title: 'Connect worker, standalone',
  formats: properties,
  booleans: 'text',
  paths: ['connect-standalone*.properties'],
  keys: [{ set: 'kafka-connect/standalone' }, ...clientKeys],
  recognise: (document) => hasKeys(document, 'key.converter', 'offset.storage.file.filename'),
  mounts: [
    { at: [], as: 'kafka-connect/worker' },
    { at: [], as: 'kafka/client-config' },
  ],
  environment: workerEnvironment,
};

const connector: Kind = {
  id: 'kafka-connect/connector',
  title: 'connector configuration',
  formats: ['json', 'properties'],
  booleans: 'text',
  paths: ['*connector*.json', '*-sink.json', '*-source.json', '*-sink.properties', '*-source.properties'],
  recognise: (document) => hasKeys(document, 'connector.class'),
  mounts: [{ at: [], as: 'kafka-connect/connector-config' }],
  facts: (root) => connectorFacts(root),
};

const connectorRequest: Kind = {
  id: 'kafka-connect/connector-request',
  title: 'connector as the REST API takes it',
  formats: ['json'],
  booleans: 'text',
  recognise: (document) => {
    const config = resolve(findEntry(rootMap(document) ?? empty, 'config')?.entry.value);
    return config?.type === 'map' && findEntry(config, 'connector.class') !== undefined;
  },
  mounts: [{ at: ['config'], as: 'kafka-connect/connector-config' }],
  *facts(root) {
    const config = root.at('config');
    if (config) yield* connectorFacts(config);
  },
};

const mirrorMaker: Kind = {
  id: 'kafka-connect/mirror-maker',
  title: 'MirrorMaker 2 configuration',
  formats: properties,
  booleans: 'text',
  paths: ['mm2*.properties', 'connect-mirror-maker*.properties'],
  recognise: (document) => {
    const keys = rootMap(document)?.entries.map(({ key }) => key) ?? [];
    return keys.includes('clusters') && keys.some((key) => key.includes('->'));
  },
};

/** Kafka Connect: workers, connectors, Debezium, MirrorMaker 2. */
const technology: Technology = {
  slug: 'kafka-connect',
  title: 'Kafka Connect',
  pattern: 'data-pipeline',
  homepage: 'https://kafka.apache.org/documentation/#connect',
  kinds: [distributed, standalone, connector, connectorRequest, mirrorMaker],
  views: [
    { id: 'kafka-connect/worker', title: 'Connect worker of either sort', booleans: 'text' },
    {
      id: 'kafka-connect/distributed-worker',
      title: 'distributed Connect worker, wherever it stands',
      booleans: 'text',
      keys: [{ set: 'kafka-connect/distributed' }, ...clientKeys],
    },
    {
      id: 'kafka-connect/connector-config',
      title: 'connector configuration, wherever it stands',
      booleans: 'text',
      keys: [
        { set: 'kafka-connect/sink' },
        { set: 'kafka-connect/source' },
        { set: 'kafka/producer', prefix: 'producer.override.' },
        { set: 'kafka/consumer', prefix: 'consumer.override.' },
        { set: 'kafka/admin', prefix: 'admin.override.' },
      ],
      mounts: [{ at: [], as: 'kafka/connector-settings' }],
    },
  ],
};

export default technology;

const empty: MapNode = { type: 'map', entries: [], span: { start: 0, end: 0 }, flow: false };

function rootMap(document: DocumentModel): MapNode | undefined {
  const root = resolve(document.root);
  return root?.type === 'map' ? root : undefined;
}

function hasKeys(document: DocumentModel, ...keys: readonly string[]): boolean {
  const root = rootMap(document);
  return root !== undefined && keys.every((key) => findEntry(root, key) !== undefined);
}

/** A worker is plainly local when the brokers it is given are. */
function workerEnvironment(root: NodeView): EnvironmentSign | undefined {
  const servers = root.text('bootstrap.servers');
  if (servers.is !== 'known') return undefined;
  const local = servers.value
    .split(',')
    .every((server) => /^\s*(?:\w+:\/\/)?(?:localhost|127\.0\.0\.1)(?::|\s*$)/.test(server));
  return local ? 'local' : 'shared';
}
