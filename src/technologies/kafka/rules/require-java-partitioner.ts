import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings } from '../documentation';
import { isProducer } from '../producer-settings';

const key = 'partitioner';

export default defineRule({
  id: 'kafka/require-java-partitioner',
  catalogue: ['kafka-mixed-partitioners'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'librdkafka and Java put the same key on different partitions.',
  why: 'librdkafka hashes keys with CRC32, the Java client, Kafka Streams and Connect with murmur2. As soon as both write, or Streams joins what librdkafka wrote, records of one key lie apart.',
  remedy: 'Set `partitioner=murmur2_random`.',
  references: [librdkafkaSettings],
  messages: { crc: 'Keys go to other partitions than from Java producers.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/librdkafka-config', path: [] }],
  *check(at): Iterable<Report> {
    const partitioner = at.get(key);
    if (partitioner.is !== 'absent' || !isProducer(at)) return;
    const fix = at.fix('review', 'Set partitioner to murmur2_random', at.set([key], 'murmur2_random'));
    yield { message: 'crc', span: partitioner.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'client.json',
        text: '{«"metadata.broker.list"»: "kafka:9093", "acks": "all"}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "acks": "all", "partitioner": "murmur2_random"}\n',
      },
    ],
    good: [
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "acks": "all", "partitioner": "consistent"}\n',
      },
      { path: 'client.json', text: '{"metadata.broker.list": "kafka:9093", "group.id": "g"}\n' },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nacks=all\n' },
    ],
  },
});
