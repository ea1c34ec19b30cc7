import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';

const ignoring = 'partitioner.ignore.keys';

export default defineRule({
  id: 'kafka/no-random-partitioner',
  catalogue: ['kafka-random-partitioner-for-feedback'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Records of one key go to any partition.',
  why: 'A prediction and its label land on different partitions: their order is lost, a join by key finds no partner, and compaction keeps old values.',
  remedy: 'Delete the setting, so that the key decides the partition.',
  references: [producerSetting(ignoring), librdkafkaSettings],
  messages: { random: 'The key does not decide the partition.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const ignores = at.boolean(ignoring);
    if (ignores.is === 'known' && ignores.value) {
      yield {
        message: 'random',
        span: ignores.span,
        fix: at.fix('review', `Remove ${ignoring}`, at.remove(ignoring)),
      };
    }
    const partitioner = at.text('partitioner');
    if (partitioner.is !== 'known' || partitioner.value.trim() !== 'random') return;
    yield {
      message: 'random',
      span: partitioner.span,
      fix: at.fix('review', 'Remove partitioner', at.remove('partitioner')),
    };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\npartitioner.ignore.keys=«true»\nacks=all\n',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "partitioner": «"random"», "acks": "all"}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "acks": "all"}\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\npartitioner.ignore.keys=false\nacks=all\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "partitioner": "murmur2_random"}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "partitioner": "${PARTITIONER}"}\n',
      },
    ],
  },
});
