import type { Reference } from '../../core';

const docs = 'https://pulsar.apache.org/docs/4.0.x';

/** All settings of brokers with their defaults. */
export const brokerSettings: Reference = {
  title: 'Pulsar 4.0: broker configuration',
  url: 'https://pulsar.apache.org/reference/#/4.0.x/config/reference-configuration-broker',
};

/** Authentication, authorization and TLS. */
export const security: Reference = {
  title: 'Pulsar 4.0: security overview',
  url: `${docs}/security-overview/`,
};

/** TLS transport. */
export const tls: Reference = { title: 'Pulsar 4.0: TLS encryption', url: `${docs}/security-tls-transport/` };

/** Retention, expiry and backlog quotas. */
export const retention: Reference = {
  title: 'Pulsar 4.0: message retention and expiry',
  url: `${docs}/cookbooks-retention-expiry/`,
};

/** Schemas and how they may change. */
export const schemas: Reference = {
  title: 'Pulsar 4.0: schema evolution and compatibility',
  url: `${docs}/schema-understand/#schema-compatibility-check`,
};

/** Fields of functions. */
export const functions: Reference = {
  title: 'Pulsar 4.0: configure functions',
  url: `${docs}/functions-cli/`,
};

/** What functions promise. */
export const guarantees: Reference = {
  title: 'Pulsar 4.0: processing guarantees of functions',
  url: `${docs}/functions-concepts/#processing-guarantees-and-subscription-types`,
};
