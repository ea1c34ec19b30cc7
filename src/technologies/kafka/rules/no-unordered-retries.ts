import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';
import { firstNumber, inFlightKeys, isLibrdkafka, retriesKeys } from '../producer-settings';

export default defineRule({
  id: 'kafka/no-unordered-retries',
  catalogue: ['kafka-unordered-retries'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Records of one partition may change places.',
  why: 'Several requests are on the way at once without idempotence: when the first fails and is sent again, it arrives after the second. A correction may then come before what it corrects.',
  remedy: 'Set `enable.idempotence=true`, or one request in flight.',
  references: [producerSetting('max.in.flight.requests.per.connection'), librdkafkaSettings],
  messages: { unordered: 'A retry may overtake: {value} requests are in flight without idempotence.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    if (at.has('transactional.id') || firstNumber(at, retriesKeys)?.value.value === 0) return;
    const idempotence = at.boolean('enable.idempotence');
    const off =
      idempotence.is === 'known' ? !idempotence.value : idempotence.is === 'absent' && isLibrdkafka(at);
    const inFlight = firstNumber(at, inFlightKeys);
    if (!off || !inFlight || inFlight.value.value <= 1) return;
    const fix = at.fix('review', `Set ${inFlight.key} to 1`, at.set([inFlight.key], 1));
    yield { message: 'unordered', data: { value: inFlight.value.value }, span: inFlight.value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=false\nmax.in.flight.requests.per.connection=«2»\nlinger.ms=5\n',
        fixed:
          'bootstrap.servers=kafka:9093\nenable.idempotence=false\nmax.in.flight.requests.per.connection=1\nlinger.ms=5\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "max.in.flight": «100», "retries": 3}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "max.in.flight": 1, "retries": 3}\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=false\nmax.in.flight.requests.per.connection=1\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=3\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nmax.in.flight.requests.per.connection=5\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=false\nmax.in.flight.requests.per.connection=5\nretries=0\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "max.in.flight": 5, "transactional.id": "a"}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.idempotence": "${ON}", "max.in.flight": 5}\n',
      },
    ],
  },
});
