import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { connectorClass } from '../connectors';
import { sinkSetting } from '../documentation';

const key = 'value.converter.schemas.enable';

export default defineRule({
  id: 'kafka-connect/no-schemaless-sink',
  catalogue: ['connect-json-schemaless-sink'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sink that writes tables gets records without a schema.',
  why: 'JDBC, Iceberg and BigQuery need to know columns and types: the sink fails at the first record, or guesses types from it.',
  remedy:
    'Use a converter with a schema registry, such as Avro or Protobuf, or records with an embedded schema.',
  references: [
    sinkSetting('value.converter'),
    {
      title: 'Confluent JDBC sink: data mapping',
      url: 'https://docs.confluent.io/kafka-connectors/jdbc/current/sink-connector/overview.html',
    },
  ],
  messages: {
    schemaless: 'The sink needs a schema, which records of the JSON converter without schemas do not have.',
  },
  fix: { none: 'The format of the records is decided where they are written.' },
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const converter = at.text('value.converter');
    const schemas = at.boolean(key);
    if (converter.is !== 'known' || !converter.value.trim().endsWith('.JsonConverter')) return;
    if (schemas.is !== 'known' || schemas.value) return;
    if (!/(?:jdbc|bigquery)\w*sink/i.test(connectorClass(at) ?? '')) return;
    yield { message: 'schemaless', span: schemas.span };
  },
  examples: {
    bad: [
      {
        path: 'sink.json',
        text: '{"connector.class": "io.confluent.connect.jdbc.JdbcSinkConnector", "topics": "x", "value.converter": "org.apache.kafka.connect.json.JsonConverter", "value.converter.schemas.enable": «false», "tasks.max": 1}\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: com.wepay.kafka.connect.bigquery.BigQuerySinkConnector\n  config:\n    value.converter: org.apache.kafka.connect.json.JsonConverter\n    value.converter.schemas.enable: «"false"» # plain JSON\n',
      },
    ],
    good: [
      {
        path: 'sink.properties',
        text: 'connector.class=a.JdbcSinkConnector\ntopics=x\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter.schemas.enable=true\n',
      },
      {
        path: 'sink.properties',
        text: 'connector.class=a.JdbcSinkConnector\ntopics=x\nvalue.converter=io.confluent.connect.avro.AvroConverter\nvalue.converter.schemas.enable=false\n',
      },
      {
        path: 'sink.properties',
        text: 'connector.class=a.S3SinkConnector\ntopics=x\nvalue.converter=org.apache.kafka.connect.json.JsonConverter\nvalue.converter.schemas.enable=false\n',
      },
    ],
  },
});
