import { findEntry, known, resolve } from '../../core';
import type {
  Adapted,
  DocumentModel,
  Entry,
  EnvironmentSign,
  Fact,
  Kind,
  MapNode,
  NodeView,
  ResolvedNode,
  Technology,
} from '../../core';
import { inputTopics } from './function-topics';

const broker: Kind = {
  id: 'pulsar/broker',
  title: 'Pulsar broker, proxy or standalone configuration',
  formats: ['properties'],
  booleans: 'text',
  paths: ['broker.conf', 'standalone.conf', 'proxy.conf'],
  recognise: (document) => hasAny(document, brokerKeys),
  mounts: [{ at: [], as: 'pulsar/broker-config' }],
  environment: brokerEnvironment,
};

const client: Kind = {
  id: 'pulsar/client',
  title: 'Pulsar client configuration',
  formats: ['properties'],
  booleans: 'text',
  paths: ['client.conf'],
  keys: [{ set: 'pulsar/client' }],
  recognise: (document) =>
    hasAny(document, ['brokerServiceUrl', 'webServiceUrl']) && !hasAny(document, brokerKeys),
};

const helmValues: Kind = {
  id: 'pulsar/helm-values',
  title: 'Values of the Pulsar Helm chart',
  formats: ['yaml'],
  booleans: 'text',
  paths: ['values.yaml'],
  recognise: (document) => {
    const root = mapOf(resolve(document.root));
    const brokers = root && mapOf(resolve(findEntry(root, 'broker')?.entry.value));
    const isChart = root && ['bookkeeper', 'zookeeper', 'components'].some((key) => findEntry(root, key));
    return Boolean(isChart && brokers && findEntry(brokers, 'configData'));
  },
  mounts: [
    { at: ['broker', 'configData'], as: 'pulsar/broker-config', absence: 'partial', adapt: withoutPrefix },
  ],
};

const compose: Kind = {
  id: 'pulsar/compose',
  title: 'Pulsar in a Compose file',
  formats: ['yaml'],
  recognise: (document) => hasAny(document, ['services']),
  mounts: [
    {
      at: ['services', '*'],
      as: 'pulsar/compose-service',
      adapt: (node) => (isPulsarService(node) ? { node, edits: 'same' } : undefined),
    },
  ],
  environment: (root) => {
    const services = root.at('services')?.entries() ?? [];
    const count = services.filter(({ node }) => node !== undefined && isPulsarService(node)).length;
    return count === 1 ? 'local' : undefined;
  },
};

const pulsarFunction: Kind = {
  id: 'pulsar/function',
  title: 'Pulsar function or connector',
  formats: ['yaml', 'json'],
  booleans: 'yaml-1.1',
  recognise: isFunction,
  facts: functionFacts,
};

/** Apache Pulsar: brokers, clients, functions and connectors. */
const technology: Technology = {
  slug: 'pulsar',
  title: 'Apache Pulsar',
  pattern: 'data-pipeline',
  homepage: 'https://pulsar.apache.org',
  kinds: [broker, client, helmValues, compose, pulsarFunction],
  views: [
    {
      id: 'pulsar/broker-config',
      title: 'broker configuration, wherever it stands',
      booleans: 'text',
      keys: [{ set: 'pulsar/broker' }],
    },
    {
      id: 'pulsar/compose-service',
      title: 'a Compose service that runs Pulsar',
      mounts: [{ at: ['environment'], as: 'pulsar/broker-config', absence: 'partial', adapt: withoutPrefix }],
    },
  ],
};

export default technology;

const brokerKeys = [
  'brokerServicePort',
  'managedLedgerDefaultEnsembleSize',
  'metadataStoreUrl',
  'configurationMetadataStoreUrl',
  'brokerServiceURL',
  'servicePortTls',
];

function hasAny(document: DocumentModel, keys: readonly string[]): boolean {
  const root = mapOf(resolve(document.root));
  return root !== undefined && keys.some((key) => findEntry(root, key) !== undefined);
}

function mapOf(node: ResolvedNode | undefined): MapNode | undefined {
  return node?.type === 'map' ? node : undefined;
}

function isPulsarService(node: ResolvedNode): boolean {
  const image = node.type === 'map' ? resolve(findEntry(node, 'image')?.entry.value) : undefined;
  return (
    image?.type === 'scalar' &&
    /(?:^|\/)(?:apachepulsar|streamnative|datastax)\/[\w-]*pulsar[\w-]*(?=[:@]|$)/.test(image.text)
  );
}

/** The image takes settings as variables, with or without `PULSAR_PREFIX_`; values are mended where they stand. */
function withoutPrefix(node: ResolvedNode): Adapted | undefined {
  if (node.type !== 'map') return undefined;
  const entries = node.entries.map((entry): Entry => ({
    ...entry,
    key: entry.key.replace(/^PULSAR_PREFIX_/, ''),
  }));
  return {
    node: { ...node, entries },
    edits: (own) => ({
      ...own,
      setScalar: (document, scalar, value) =>
        own.setScalar(document, scalar, typeof value === 'boolean' ? String(value) : value),
      replace: () => undefined,
      insert: () => undefined,
      remove: () => undefined,
      renameKey: () => undefined,
    }),
  };
}

/** What a function or connector reads, and what it runs. */
function isFunction(document: DocumentModel): boolean {
  const root = mapOf(resolve(document.root));
  if (!root || findEntry(root, 'apiVersion')) return false;
  const has = (...keys: string[]): boolean => keys.some((key) => findEntry(root, key) !== undefined);
  const place = has('tenant') && has('namespace');
  const code = has('className', 'jar', 'py', 'go', 'archive', 'sinkType', 'sourceType');
  const data = has('inputs', 'inputSpecs', 'topicsPattern', 'customSerdeInputs', 'topicName', 'output');
  return code && data && (place || has('processingGuarantees', 'userConfig', 'configs', 'autoAck'));
}

/** A broker that tells clients to reach it on this machine is a laptop's. */
function brokerEnvironment(root: NodeView): EnvironmentSign | undefined {
  const address = root.text('advertisedAddress');
  if (address.is !== 'known' || address.value.trim() === '') return undefined;
  return /^(?:localhost|127\.0\.0\.1)$/.test(address.value.trim()) ? 'local' : 'shared';
}

function* functionFacts(root: NodeView): Iterable<Fact> {
  const by = known(root.text('name')) ?? 'function';
  for (const { topic, span } of inputTopics(root)) {
    yield { type: 'topic-use', name: topic, attributes: { direction: 'read', by }, span };
  }
  const output = root.text('output');
  if (output.is === 'known')
    yield {
      type: 'topic-use',
      name: output.value,
      attributes: { direction: 'write', by },
      span: output.span,
    };
  const dead = root.text('deadLetterTopic');
  if (dead.is === 'known')
    yield { type: 'dead-letter', name: dead.value, attributes: { of: by }, span: dead.span };
}
