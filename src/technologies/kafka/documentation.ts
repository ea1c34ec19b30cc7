import type { Reference } from '../../core';

const reference = 'https://kafka.apache.org/documentation/';

/** Kafka's own page on a broker setting. */
export function brokerSetting(key: string): Reference {
  return { title: `Kafka broker configuration: ${key}`, url: `${reference}#brokerconfigs_${key}` };
}

/** Kafka's own page on a topic setting. */
export function topicSetting(key: string): Reference {
  return { title: `Kafka topic configuration: ${key}`, url: `${reference}#topicconfigs_${key}` };
}

/** Kafka's own page on a setting of the Java producer. */
export function producerSetting(key: string): Reference {
  return { title: `Kafka producer configuration: ${key}`, url: `${reference}#producerconfigs_${key}` };
}

/** Kafka's own page on a setting of the Java consumer. */
export function consumerSetting(key: string): Reference {
  return { title: `Kafka consumer configuration: ${key}`, url: `${reference}#consumerconfigs_${key}` };
}

/** Kafka's own page on a setting of Kafka Streams. */
export function streamsSetting(key: string): Reference {
  return { title: `Kafka Streams configuration: ${key}`, url: `${reference}#streamsconfigs_${key}` };
}

/** All settings of librdkafka with their defaults, which are not those of the Java clients. */
export const librdkafkaSettings: Reference = {
  title: 'librdkafka 2.15 configuration properties',
  url: 'https://github.com/confluentinc/librdkafka/blob/v2.15.0/CONFIGURATION.md',
};

/** What KRaft brokers and controllers want of their operators. */
export const kraftOperations: Reference = {
  title: 'Kafka operations: KRaft',
  url: 'https://kafka.apache.org/documentation/#kraft',
};

/** What each release changed. */
export const upgradeNotes: Reference = {
  title: 'Upgrading to Kafka 4.0',
  url: 'https://kafka.apache.org/40/getting-started/upgrade/',
};
