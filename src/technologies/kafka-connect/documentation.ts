import type { Reference } from '../../core';

/** Kafka's own page on a setting of Connect workers. */
export function workerSetting(key: string): Reference {
  return {
    title: `Kafka Connect worker configuration: ${key}`,
    url: `https://kafka.apache.org/documentation/#connectconfigs_${key}`,
  };
}

/** Kafka's own page on a setting of sink connectors. */
export function sinkSetting(key: string): Reference {
  return {
    title: `Kafka Connect sink configuration: ${key}`,
    url: `https://kafka.apache.org/documentation/#sinkconnectorconfigs_${key}`,
  };
}

/** Kafka's own page on a setting of source connectors. */
export function sourceSetting(key: string): Reference {
  return {
    title: `Kafka Connect source configuration: ${key}`,
    url: `https://kafka.apache.org/documentation/#sourceconnectorconfigs_${key}`,
  };
}

/** Debezium's page on a setting of its PostgreSQL connector. */
export function debeziumSetting(key: string): Reference {
  return {
    title: `Debezium connector for PostgreSQL: ${key}`,
    url: `https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-property-${key.replace(/\./g, '-')}`,
  };
}
