// What is read, from which releases, and where its pages are. The newest release comes last.

/** @type {Record<string, import('./run.mjs').Product>} */
export const products = {
  kafka: {
    technology: 'kafka',
    title: 'Apache Kafka',
    program: 'KafkaKeys.java',
    releases: [
      '3.0.2',
      '3.1.2',
      '3.2.3',
      '3.3.2',
      '3.4.1',
      '3.5.2',
      '3.6.2',
      '3.7.2',
      '3.8.1',
      '3.9.2',
      '4.0.2',
      '4.1.2',
      '4.2.2',
      '4.3.1',
      '4.4.0',
    ],
    source: {
      title: 'Maven Central: org.apache.kafka (ConfigDef)',
      url: 'https://central.sonatype.com/artifact/org.apache.kafka/kafka-clients',
    },
    sets: {
      broker: ['kafka', 'broker', 'https://kafka.apache.org/documentation/#brokerconfigs_{name}'],
      topic: ['kafka', 'topic', 'https://kafka.apache.org/documentation/#topicconfigs_{name}'],
      producer: ['kafka', 'Java producer', 'https://kafka.apache.org/documentation/#producerconfigs_{name}'],
      consumer: ['kafka', 'Java consumer', 'https://kafka.apache.org/documentation/#consumerconfigs_{name}'],
      admin: [
        'kafka',
        'Java admin client',
        'https://kafka.apache.org/documentation/#adminclientconfigs_{name}',
      ],
      streams: ['kafka', 'Kafka Streams', 'https://kafka.apache.org/documentation/#streamsconfigs_{name}'],
      distributed: [
        'kafka-connect',
        'distributed Connect worker',
        'https://kafka.apache.org/documentation/#connectconfigs_{name}',
      ],
      standalone: [
        'kafka-connect',
        'standalone Connect worker',
        'https://kafka.apache.org/documentation/#connectconfigs_{name}',
      ],
      source: [
        'kafka-connect',
        'source connector',
        'https://kafka.apache.org/documentation/#sourceconnectorconfigs_{name}',
      ],
      sink: [
        'kafka-connect',
        'sink connector',
        'https://kafka.apache.org/documentation/#sinkconnectorconfigs_{name}',
      ],
    },
  },
  librdkafka: {
    technology: 'librdkafka',
    title: 'librdkafka',
    program: 'librdkafka_keys.py',
    releases: [
      '2.0.2',
      '2.1.1',
      '2.2.0',
      '2.3.0',
      '2.4.0',
      '2.5.3',
      '2.6.1',
      '2.8.2',
      '2.10.1',
      '2.11.1',
      '2.12.2',
      '2.13.2',
      '2.14.2',
      '2.15.1',
      '2.16.1',
    ],
    source: {
      title: 'PyPI: confluent-kafka (rd_kafka_conf_properties_show)',
      url: 'https://pypi.org/project/confluent-kafka/',
    },
    sets: {
      librdkafka: [
        'kafka',
        'librdkafka client',
        'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md',
      ],
    },
  },
  flink: {
    technology: 'flink',
    title: 'Apache Flink',
    program: 'FlinkKeys.java',
    releases: ['1.17.1', '1.18.1', '1.19.1', '1.20.1', '2.0.0', '2.1.0', '2.2.0', '2.3.0'],
    source: {
      title: 'Maven Central: org.apache.flink (ConfigOption)',
      url: 'https://central.sonatype.com/artifact/org.apache.flink/flink-core',
    },
    // Hints of queries and parameters of reporters have no dot; they are no keys of the configuration.
    isKey: (name) => /^[a-z][\w-]*\.[\w.-]*\w$/.test(name),
    sets: {
      config: [
        'flink',
        'Flink configuration',
        'https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#{anchor}',
      ],
    },
  },
  pulsar: {
    technology: 'pulsar',
    title: 'Apache Pulsar',
    program: 'PulsarKeys.java',
    releases: ['3.0.7', '3.3.2', '4.0.7', '4.2.4'],
    source: {
      title: 'Maven Central: pulsar-broker-common (ServiceConfiguration)',
      url: 'https://central.sonatype.com/artifact/org.apache.pulsar/pulsar-broker-common',
    },
    sets: {
      broker: [
        'pulsar',
        'Pulsar broker',
        'https://pulsar.apache.org/reference/#/next/config/reference-configuration-broker?id={lower}',
      ],
    },
  },
};
