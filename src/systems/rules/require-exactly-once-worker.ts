import { defineCrossRule } from '../../core';

const connect = (support: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnect\nmetadata:\n  name: sources\nspec:\n  config:\n    ${support}\n`;
const connector = (name: string, support: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nmetadata:\n  name: ${name}\n  labels:\n    strimzi.io/cluster: sources\nspec:\n  config:\n    exactly.once.support: ${support}\n`;

/** A source that demands exactly-once of workers that do not do it. */
export default defineCrossRule({
  id: 'kafka-connect/require-exactly-once-worker',
  catalogue: ['connect-exactly-once-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A source connector demands exactly-once of workers that have it switched off.',
  why: 'Connect’s preflight check fails and the connector is not started: the workers have to write records and offsets in one transaction.',
  remedy: 'Set `exactly.once.source.support` to `preparing`, then to `enabled`, on all workers.',
  references: [
    {
      title: 'Kafka Connect: exactly-once source connectors',
      url: 'https://kafka.apache.org/documentation/#connect_exactlyoncesource',
    },
  ],
  messages: { off: 'The connector is not started: exactly-once is off in Connect cluster {cluster}.' },
  fix: { none: 'The setting belongs into another resource, in two rolling restarts.' },
  from: 'connector',
  to: 'connect-cluster',
  within: 'workspace',
  fromKey: ({ attributes }) => (attributes['exactlyOnce'] === 'required' ? attributes['cluster'] : undefined),
  toKey: ({ name }) => name,
  whenPair: (from, to) =>
    to.attributes['exactlyOnce'] === 'disabled' ? { message: 'off', data: { cluster: to.name } } : undefined,
  examples: {
    bad: [
      {
        files: {
          'connect.yaml': connect('offset.storage.replication.factor: 3'),
          'orders.yaml': connector('«orders»', 'required'),
        },
      },
      {
        files: {
          'connect.yaml': connect('exactly.once.source.support: disabled'),
          'orders.yaml': connector('«orders»', 'required'),
        },
      },
    ],
    good: [
      {
        files: {
          'connect.yaml': connect('exactly.once.source.support: enabled'),
          'orders.yaml': connector('orders', 'required'),
        },
      },
      {
        files: {
          'connect.yaml': connect('exactly.once.source.support: disabled'),
          'orders.yaml': connector('orders', 'requested'),
        },
      },
      {
        files: {
          'connect.yaml': connect('exactly.once.source.support: ${SUPPORT}'),
          'orders.yaml': connector('orders', 'required'),
        },
      },
    ],
  },
});
