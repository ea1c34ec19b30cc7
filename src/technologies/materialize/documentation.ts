import type { Reference } from '../../core';

const documentation = 'https://materialize.com/docs';

/** Connections, their options and defaults. */
export const connections: Reference = {
  title: 'Materialize: CREATE CONNECTION',
  url: `${documentation}/sql/create-connection/`,
};

/** Sources from Kafka: formats, envelopes and where decoding errors go. */
export const kafkaSource: Reference = {
  title: 'Materialize: CREATE SOURCE, Kafka',
  url: `${documentation}/sql/create-source/kafka/`,
};

/** Sinks to Kafka: keys and envelopes. */
export const kafkaSink: Reference = {
  title: 'Materialize: CREATE SINK, Kafka',
  url: `${documentation}/sql/create-sink/kafka/`,
};

/** Secrets and what they are for. */
export const secrets: Reference = {
  title: 'Materialize: CREATE SECRET',
  url: `${documentation}/sql/create-secret/`,
};

/** Filters by time that bound what a view keeps. */
export const temporalFilters: Reference = {
  title: 'Materialize: temporal filters',
  url: `${documentation}/transform-data/patterns/temporal-filters/`,
};

/** Clusters and what shares them. */
export const clusters: Reference = {
  title: 'Materialize: CREATE CLUSTER',
  url: `${documentation}/sql/create-cluster/`,
};

/** The adapter of dbt. */
export const dbt: Reference = {
  title: 'Materialize: dbt',
  url: `${documentation}/manage/dbt/get-started/`,
};
