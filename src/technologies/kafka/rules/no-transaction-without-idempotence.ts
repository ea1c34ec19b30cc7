import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';

const key = 'enable.idempotence';

export default defineRule({
  id: 'kafka/no-transaction-without-idempotence',
  catalogue: ['kafka-transactional-without-idempotence'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A transactional producer switches idempotence off.',
  why: 'The client refuses to start: transactions are built on idempotence.',
  remedy: 'Delete `enable.idempotence`; `transactional.id` switches it on.',
  references: [producerSetting('transactional.id'), librdkafkaSettings],
  messages: { off: 'The producer will not start: transactions need idempotence.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const idempotence = at.boolean(key);
    if (idempotence.is !== 'known' || idempotence.value || !at.has('transactional.id')) return;
    const fix = at.fix('review', `Remove ${key}`, at.remove(key));
    yield { message: 'off', span: idempotence.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\ntransactional.id=scorer-1\nenable.idempotence=«false»\nacks=all\n',
        fixed: 'bootstrap.servers=kafka:9093\ntransactional.id=scorer-1\nacks=all\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.idempotence": «false», "transactional.id": "a"}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "transactional.id": "a"}\n',
      },
      {
        path: 'application.properties',
        text: 'spring.kafka.producer.transaction-id-prefix=scorer-\nspring.kafka.producer.properties.enable.idempotence=«false»\n',
        fixed: 'spring.kafka.producer.transaction-id-prefix=scorer-\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\ntransactional.id=a\nenable.idempotence=true\n',
      },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nenable.idempotence=false\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\ntransactional.id=a\nenable.idempotence=${ON}\n',
      },
    ],
  },
});
