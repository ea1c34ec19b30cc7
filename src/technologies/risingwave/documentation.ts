import type { Reference } from '../../core';

const documentation = 'https://docs.risingwave.com';

/** Secrets instead of passwords in clear. */
export const manageSecrets: Reference = {
  title: 'RisingWave: manage secrets',
  url: `${documentation}/operate/manage-secrets`,
};

/** Sources and tables from Kafka. */
export const kafkaSource: Reference = {
  title: 'RisingWave: ingest data from Kafka',
  url: `${documentation}/docs/dev/ingest-from-kafka/`,
};

/** Sinks to Kafka: formats, keys, delivery. */
export const kafkaSink: Reference = {
  title: 'RisingWave: sink data to Apache Kafka',
  url: `${documentation}/integrations/destinations/apache-kafka`,
};

/** Watermarks and late events. */
export const watermarks: Reference = {
  title: 'RisingWave: watermarks',
  url: `${documentation}/processing/watermarks`,
};

/** Results that are final. */
export const emitOnWindowClose: Reference = {
  title: 'RisingWave: emit on window close',
  url: `${documentation}/processing/emit-on-window-close`,
};

/** Barriers and checkpoints. */
export const persistence: Reference = {
  title: 'RisingWave: data persistence',
  url: `${documentation}/reference/data-persistence`,
};

/** All keys of the configuration file. */
export const configuration: Reference = {
  title: 'RisingWave: system configurations',
  url: 'https://github.com/risingwavelabs/risingwave/blob/main/src/config/docs.md',
};

/** The Compose file that RisingWave ships. */
export const shippedCompose: Reference = {
  title: 'RisingWave: docker-compose.yml as shipped',
  url: 'https://github.com/risingwavelabs/risingwave/blob/main/docker/docker-compose.yml',
};

/** The operator and its resource. */
export const operator: Reference = {
  title: 'RisingWave: deploy on Kubernetes with the operator',
  url: `${documentation}/deploy/risingwave-kubernetes`,
};
