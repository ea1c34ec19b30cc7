import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { producerSetting } from '../documentation';

const key = 'value.serializer';

export default defineRule({
  id: 'kafka/require-payload-schema',
  catalogue: ['kafka-untyped-payload'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Records are written without a schema.',
  why: 'Nothing stops a producer from renaming a field or changing its unit; training and serving then read different things under one name.',
  remedy: 'Use a serializer with a schema registry, such as Avro, Protobuf or JSON Schema.',
  references: [
    producerSetting(key),
    { title: 'Apicurio Registry: Kafka clients', url: 'https://www.apicur.io/registry/docs/' },
  ],
  messages: { untyped: 'Records are written without a schema ({serializer}).' },
  fix: { none: 'The schema and its registry are further parts of the system.' },
  looksAt: [{ view: 'kafka/producer-config', path: [] }],
  *check(at): Iterable<Report> {
    const serializer = at.text(key);
    if (serializer.is !== 'known') return;
    const name = serializer.value.trim().split('.').pop() ?? '';
    if (!/^(?:String|ByteArray|Bytes|Json)Serializer$/.test(name)) return;
    if (at.has('schema.registry.url') || at.has('apicurio.registry.url')) return;
    yield { message: 'untyped', data: { serializer: name }, span: serializer.span };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nvalue.serializer=«org.apache.kafka.common.serialization.StringSerializer»\nacks=all\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      value-serializer: «org.springframework.kafka.support.serializer.JsonSerializer» # events\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nvalue.serializer=io.confluent.kafka.serializers.KafkaAvroSerializer\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\nschema.registry.url=https://registry:8081\n',
      },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nvalue.serializer=${SERIALIZER}\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer\n',
      },
    ],
  },
});
