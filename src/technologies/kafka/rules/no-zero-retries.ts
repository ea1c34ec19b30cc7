import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';
import { demandsIdempotence, retriesKeys } from '../producer-settings';

export default defineRule({
  id: 'kafka/no-zero-retries',
  catalogue: ['kafka-retry-zero'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A producer gives a record up at the first failure.',
  why: 'A leader that moves, as at every rolling restart, answers with an error that one retry would mend. Without retries each restart loses events, and idempotence is off.',
  remedy: 'Delete the line; `delivery.timeout.ms` bounds how long the producer tries.',
  references: [producerSetting('retries'), producerSetting('delivery.timeout.ms'), librdkafkaSettings],
  messages: { zero: 'Records are lost at the first failure: the producer does not retry.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    // There it is worse: the client does not start.
    if (demandsIdempotence(at)) return;
    for (const key of retriesKeys) {
      const retries = at.number(key);
      if (retries.is !== 'known' || retries.value !== 0) continue;
      yield { message: 'zero', span: retries.span, fix: at.fix('review', `Remove ${key}`, at.remove(key)) };
    }
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nretries=«0»\nacks=all\n',
        fixed: 'bootstrap.servers=kafka:9093\nacks=all\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "message.send.max.retries": «0», "acks": "all"}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "acks": "all"}\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      client-id: scorer\n      retries: «0» # fail fast\n',
        fixed: 'spring:\n  kafka:\n    producer:\n      client-id: scorer\n',
      },
    ],
    good: [
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nretries=1\nacks=all\n' },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nretries=${RETRIES}\nacks=all\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nretries=0\nenable.idempotence=true\n',
      },
    ],
  },
});
