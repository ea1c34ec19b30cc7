import { resolve } from '../../core';
import type { DocumentModel, EnvironmentSign, Kind, NodeView, Technology } from '../../core';
import { isBrokerImage } from './container-environment';
import { springAsProperties } from './spring-properties';
import { views } from './views';

const properties = ['properties'] as const;

const broker: Kind = {
  id: 'kafka/broker',
  title: 'Kafka broker or controller configuration',
  formats: properties,
  booleans: 'text',
  paths: ['server.properties', 'broker.properties', 'controller.properties'],
  recognise: (document) => {
    const keys = keysOf(document);
    if (keys.has('process.roles') || keys.has('zookeeper.connect')) return true;
    const stores = keys.has('log.dirs') || keys.has('log.dir');
    return stores && ['listeners', 'broker.id', 'node.id'].some((key) => keys.has(key));
  },
  mounts: [{ at: [], as: 'kafka/broker-config' }],
  environment: brokerEnvironment,
};

const producer: Kind = {
  id: 'kafka/java-producer',
  title: 'Java producer configuration',
  formats: properties,
  booleans: 'text',
  paths: ['producer*.properties'],
  recognise: (document, path) => {
    const keys = keysOf(document);
    if (!keys.has('bootstrap.servers') || isOtherClient(keys)) return false;
    const isProducer = producerKeys.some((key) => keys.has(key)) || /producer[^/]*\.properties$/.test(path);
    return isProducer && !consumerKeys.some((key) => keys.has(key));
  },
  mounts: [
    { at: [], as: 'kafka/producer-config' },
    { at: [], as: 'kafka/client-config' },
  ],
  environment: clientEnvironment,
};

const consumer: Kind = {
  id: 'kafka/java-consumer',
  title: 'Java consumer configuration',
  formats: properties,
  booleans: 'text',
  paths: ['consumer*.properties'],
  recognise: (document) => {
    const keys = keysOf(document);
    return keys.has('bootstrap.servers') && !isOtherClient(keys) && consumerKeys.some((key) => keys.has(key));
  },
  mounts: [
    { at: [], as: 'kafka/consumer-config' },
    { at: [], as: 'kafka/client-config' },
  ],
  environment: clientEnvironment,
};

/** What the command line tools take as `--command-config`: no producer's or consumer's keys, only how to connect. */
const adminClient: Kind = {
  id: 'kafka/java-admin',
  title: 'Java admin client configuration',
  formats: properties,
  booleans: 'text',
  paths: ['admin*.properties', 'command-config*.properties'],
  recognise: (document, path) => {
    const keys = keysOf(document);
    if (!/(?:^|\/)(?:admin|command-config)[^/]*\.properties$/.test(path)) return false;
    const connects = ['bootstrap.servers', 'security.protocol', 'sasl.mechanism'].some((key) =>
      keys.has(key),
    );
    return (
      connects && !isOtherClient(keys) && ![...producerKeys, ...consumerKeys].some((key) => keys.has(key))
    );
  },
  mounts: [{ at: [], as: 'kafka/admin-config' }],
};

const librdkafka: Kind = {
  id: 'kafka/librdkafka',
  title: 'librdkafka client configuration',
  formats: ['json', 'yaml', 'properties'],
  booleans: 'text',
  recognise: (document) => {
    const keys = keysOf(document);
    const bootstrap = keys.has('bootstrap.servers') || keys.has('metadata.broker.list');
    if (!bootstrap || [...keys].some((key) => /serializer|^connector\.class$/.test(key))) return false;
    return librdkafkaKeys.some((key) => keys.has(key)) || keys.has('metadata.broker.list');
  },
  mounts: [
    { at: [], as: 'kafka/librdkafka-config' },
    { at: [], as: 'kafka/client-config' },
  ],
  environment: clientEnvironment,
};

const streams: Kind = {
  id: 'kafka/streams',
  title: 'Kafka Streams configuration',
  formats: properties,
  booleans: 'text',
  paths: ['streams*.properties'],
  recognise: (document) => {
    const keys = keysOf(document);
    return keys.has('application.id') && keys.has('bootstrap.servers');
  },
  mounts: [
    { at: [], as: 'kafka/streams-config' },
    { at: [], as: 'kafka/client-config' },
  ],
  environment: clientEnvironment,
};

const spring: Kind = {
  id: 'kafka/spring',
  title: 'Spring for Apache Kafka',
  formats: ['yaml', 'properties'],
  booleans: 'text',
  dottedKeys: true,
  paths: ['application*.yml', 'application*.yaml', 'application*.properties'],
  recognise: (document) => {
    const root = resolve(document.root);
    if (root?.type !== 'map') return false;
    if (root.entries.some(({ key }) => /^spring\.kafka(?:\.|$)/.test(key))) return true;
    const spring = resolve(root.entries.find(({ key }) => key === 'spring')?.value);
    return spring?.type === 'map' && spring.entries.some(({ key }) => /^kafka(?:\.|$)/.test(key));
  },
  mounts: [
    {
      at: [],
      as: 'kafka/producer-config',
      adapt: (node) => springAsProperties(node, 'producer'),
      absence: 'partial',
    },
    {
      at: [],
      as: 'kafka/consumer-config',
      adapt: (node) => springAsProperties(node, 'consumer'),
      absence: 'partial',
    },
    {
      at: [],
      as: 'kafka/streams-config',
      adapt: (node) => springAsProperties(node, 'streams'),
      absence: 'partial',
    },
    {
      at: [],
      as: 'kafka/client-config',
      adapt: (node) => springAsProperties(node, undefined),
      absence: 'partial',
    },
  ],
};

const composeBroker: Kind = {
  id: 'kafka/compose',
  title: 'Kafka broker in a Compose file',
  formats: ['yaml'],
  recognise: (document) => {
    const root = resolve(document.root);
    return root?.type === 'map' && root.entries.some(({ key }) => key === 'services');
  },
  environment: composeEnvironment,
  mounts: [
    {
      at: ['services', '*'],
      as: 'kafka/compose-service',
      adapt: (node) => (isBrokerImage(node) ? { node, edits: 'same' } : undefined),
    },
  ],
};

/** Apache Kafka: brokers, Java clients, librdkafka clients, Spring. */
const technology: Technology = {
  slug: 'kafka',
  title: 'Apache Kafka',
  pattern: 'data-pipeline',
  homepage: 'https://kafka.apache.org',
  kinds: [broker, producer, consumer, adminClient, librdkafka, streams, spring, composeBroker],
  views,
};

export default technology;

const producerKeys = [
  'key.serializer',
  'value.serializer',
  'acks',
  'linger.ms',
  'batch.size',
  'transactional.id',
  'enable.idempotence',
  'compression.type',
  'max.in.flight.requests.per.connection',
  'delivery.timeout.ms',
];

const consumerKeys = [
  'group.id',
  'key.deserializer',
  'value.deserializer',
  'auto.offset.reset',
  'enable.auto.commit',
];

const librdkafkaKeys = [
  'request.required.acks',
  'queue.buffering.max.ms',
  'queued.max.messages.kbytes',
  'sasl.mechanisms',
  'sasl.username',
  'ssl.ca.location',
  'enable.ssl.certificate.verification',
  'enable.auto.offset.store',
  'message.timeout.ms',
  'statistics.interval.ms',
  'socket.keepalive.enable',
];

/** Keys of a file that are another client's: Streams, Connect, MirrorMaker, or librdkafka. */
function isOtherClient(keys: ReadonlySet<string>): boolean {
  return ['application.id', 'key.converter', 'connector.class', 'clusters', ...librdkafkaKeys].some((key) =>
    keys.has(key),
  );
}

function keysOf(document: DocumentModel): ReadonlySet<string> {
  const root = resolve(document.root);
  return new Set(root?.type === 'map' ? root.entries.map(({ key }) => key) : []);
}

const loopback = /(?:^|[/@,\s])(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/,\s]|$)/;
const remote = /[\w-]+\.[\w.-]+:\d+/;

function clientEnvironment(root: NodeView): EnvironmentSign | undefined {
  const servers = root.text('bootstrap.servers');
  if (servers.is !== 'known') return undefined;
  return servers.value.split(',').every((server) => loopback.test(server)) ? 'local' : 'shared';
}

/** A broker is plainly local when it tells clients to reach it on this machine, or is its own only voter. */
function brokerEnvironment(root: NodeView): EnvironmentSign | undefined {
  const advertised = root.text('advertised.listeners');
  if (advertised.is === 'known')
    return loopback.test(advertised.value) && !remote.test(advertised.value) ? 'local' : 'shared';
  const voters = root.text('controller.quorum.voters');
  if (voters.is !== 'known') return undefined;
  return voters.value.split(',').every((voter) => loopback.test(voter)) ? 'local' : 'shared';
}

/** A Compose project with one broker is a laptop's; with several it plays production. */
function composeEnvironment(root: NodeView): EnvironmentSign | undefined {
  const services = root.at('services')?.entries() ?? [];
  const brokers = services.filter(({ node }) => node !== undefined && isBrokerImage(node)).length;
  if (brokers === 0) return undefined;
  return brokers === 1 ? 'local' : 'shared';
}
