import type { Reference } from '../../core';

const docs = 'https://docs.redpanda.com/current';

/** Properties of one broker. */
export const brokerProperties: Reference = {
  title: 'Redpanda: broker configuration properties',
  url: `${docs}/reference/properties/broker-properties/`,
};

/** Properties of the cluster. */
export const clusterReference: Reference = {
  title: 'Redpanda: cluster configuration properties',
  url: `${docs}/reference/properties/cluster-properties/`,
};

/** How cluster properties are set. */
export const clusterConfiguration: Reference = {
  title: 'Redpanda: configure cluster properties',
  url: `${docs}/manage/cluster-maintenance/cluster-property-configuration/`,
};

/** What to check before production. */
export const readiness: Reference = {
  title: 'Redpanda: production readiness checklist',
  url: `${docs}/deploy/redpanda/manual/production/production-readiness/`,
};

/** Authentication of Kafka clients. */
export const authentication: Reference = {
  title: 'Redpanda: configure authentication',
  url: `${docs}/manage/security/authentication/`,
};

/** TLS on all listeners. */
export const encryption: Reference = {
  title: 'Redpanda: configure TLS encryption',
  url: `${docs}/manage/security/encryption/`,
};
