import type { View } from '../../core';
import { environmentAsProperties } from './container-environment';

/** The shapes that Kafka's rules look at, with the keys that Kafka and librdkafka define for them. */
export const views: readonly View[] = [
  {
    id: 'kafka/broker-config',
    title: 'broker configuration, wherever it stands',
    booleans: 'text',
    keys: [{ set: 'kafka/broker' }],
  },
  {
    id: 'kafka/topic-config',
    title: 'topic configuration, wherever it stands',
    booleans: 'text',
    keys: [{ set: 'kafka/topic' }],
  },
  {
    id: 'kafka/admin-config',
    title: 'Java admin client configuration, wherever it stands',
    booleans: 'text',
    keys: [{ set: 'kafka/admin' }],
  },
  { id: 'kafka/client-config', title: 'configuration common to all clients', booleans: 'text' },
  {
    id: 'kafka/producer-config',
    title: 'Java producer configuration, wherever it stands',
    booleans: 'text',
    keys: [{ set: 'kafka/producer' }],
  },
  {
    id: 'kafka/consumer-config',
    title: 'Java consumer configuration, wherever it stands',
    booleans: 'text',
    keys: [{ set: 'kafka/consumer' }],
  },
  {
    id: 'kafka/streams-config',
    title: 'Kafka Streams configuration, wherever it stands',
    booleans: 'text',
    keys: [
      { set: 'kafka/streams' },
      { set: 'kafka/producer', prefix: 'producer.' },
      { set: 'kafka/consumer', prefix: 'consumer.' },
      { set: 'kafka/consumer', prefix: 'main.consumer.' },
      { set: 'kafka/consumer', prefix: 'restore.consumer.' },
      { set: 'kafka/consumer', prefix: 'global.consumer.' },
      { set: 'kafka/admin', prefix: 'admin.' },
      { set: 'kafka/topic', prefix: 'topic.' },
      // Streams hands what is not its own to its clients.
      { set: 'kafka/producer' },
      { set: 'kafka/consumer' },
    ],
  },
  {
    id: 'kafka/connector-settings',
    title: 'settings of a connector, wherever they stand',
    booleans: 'text',
  },
  {
    id: 'kafka/librdkafka-config',
    title: 'librdkafka configuration',
    booleans: 'text',
    keys: [{ set: 'kafka/librdkafka' }],
  },
  {
    id: 'kafka/compose-service',
    title: 'a Compose service that runs a broker',
    mounts: [
      {
        at: ['environment'],
        as: 'kafka/broker-config',
        adapt: environmentAsProperties,
        absence: 'partial',
      },
    ],
  },
];
