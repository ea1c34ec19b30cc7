import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';
import { acksKeys, isLibrdkafka, isProducer, isWeakAcks } from '../producer-settings';

const key = 'enable.idempotence';

export default defineRule({
  id: 'kafka/no-disabled-idempotence',
  catalogue: ['kafka-idempotence-off'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A producer may write a record twice.',
  why: 'When an acknowledgement is lost the producer sends again, and the topic holds the record twice: counts, features and labels are then wrong without an error anywhere.',
  remedy: 'Set `enable.idempotence=true`: the default of the Java client, but not of librdkafka.',
  references: [producerSetting(key), librdkafkaSettings],
  messages: {
    off: 'Retries may write records twice: idempotence is switched off.',
    default: 'Retries may write records twice: librdkafka is not idempotent unless told so.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    if (at.has('transactional.id')) return;
    const idempotence = at.boolean(key);
    const fix = at.fix('review', `Set ${key} to true`, at.set([key], true));
    if (idempotence.is === 'known' && !idempotence.value)
      yield { message: 'off', span: idempotence.span, fix };
    if (idempotence.is !== 'absent' || !isLibrdkafka(at) || !isProducer(at)) return;
    // With weaker acks, idempotence could not be switched on.
    if (acksKeys.some((acks) => isWeakAcks(at.text(acks)))) return;
    yield { message: 'default', severity: 'info', span: idempotence.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=«false»\nlinger.ms=5\n',
        message: 'off',
        fixed: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nlinger.ms=5\n',
      },
      {
        path: 'client.json',
        text: '{«"metadata.broker.list"»: "kafka:9093", "linger.ms": 5}\n',
        message: 'default',
        severity: 'info',
        fixed: '{"metadata.broker.list": "kafka:9093", "linger.ms": 5, "enable.idempotence": true}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.idempotence": «false», "acks": "all"}\n',
        message: 'off',
        fixed: '{"metadata.broker.list": "kafka:9093", "enable.idempotence": true, "acks": "all"}\n',
      },
    ],
    good: [
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nlinger.ms=5\n' },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=${ON}\nlinger.ms=1\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=false\ntransactional.id=a\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "linger.ms": 5}\n',
      },
      { path: 'client.json', text: '{"metadata.broker.list": "kafka:9093", "security.protocol": "ssl"}\n' },
      { path: 'client.json', text: '{"metadata.broker.list": "kafka:9093", "acks": 1}\n' },
    ],
  },
});
