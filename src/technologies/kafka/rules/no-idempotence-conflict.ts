import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { librdkafkaSettings, producerSetting } from '../documentation';
import {
  acksKeys,
  demandsIdempotence,
  firstNumber,
  inFlightKeys,
  isWeakAcks,
  retriesKeys,
} from '../producer-settings';

export default defineRule({
  id: 'kafka/no-idempotence-conflict',
  catalogue: ['kafka-idempotence-conflict'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'An idempotent or transactional producer is given settings that idempotence does not allow.',
  why: 'The client refuses to start: idempotence, which transactions imply, demands acks from all in-sync replicas, retries, and at most five requests in flight.',
  remedy:
    'Set `acks=all`, leave `retries` at its default, and keep `max.in.flight.requests.per.connection` at 5 or less.',
  references: [
    producerSetting('enable.idempotence'),
    producerSetting('transactional.id'),
    librdkafkaSettings,
  ],
  messages: {
    acks: 'The producer will not start: idempotence needs acks=all, not {value}.',
    retries: 'The producer will not start: idempotence needs retries.',
    inFlight: 'The producer will not start: idempotence allows at most 5 requests in flight, not {value}.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/producer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    if (!demandsIdempotence(at)) return;
    yield* weakAcks(at);
    yield* noRetries(at);
    yield* tooManyInFlight(at);
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=«1»\nlinger.ms=5\n',
        message: 'acks',
        fixed: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=all\nlinger.ms=5\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\ntransactional.id=scorer\nacks=«0»\n',
        message: 'acks',
        fixed: 'bootstrap.servers=kafka:9093\ntransactional.id=scorer\nacks=all\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=all\nretries=«0»\n',
        message: 'retries',
        fixed: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=all\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nmax.in.flight.requests.per.connection=«6»\n',
        message: 'inFlight',
        fixed:
          'bootstrap.servers=kafka:9093\nenable.idempotence=true\nmax.in.flight.requests.per.connection=5\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.idempotence": true, "request.required.acks": «1»}\n',
        message: 'acks',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "enable.idempotence": true, "request.required.acks": "all"}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "transactional.id": "a", "max.in.flight": «6», "linger.ms": 5}\n',
        message: 'inFlight',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "transactional.id": "a", "max.in.flight": 5, "linger.ms": 5}\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n      acks: «"1"» # fast\n',
        message: 'acks',
        fixed:
          'spring:\n  kafka:\n    producer:\n      transaction-id-prefix: scorer-\n      acks: "all" # fast\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=-1\nretries=1\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=all\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nmax.in.flight.requests.per.connection=5\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=false\nacks=1\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=${ON}\ntransactional.id=a\nacks=1\n',
      },
      { path: 'producer.properties', text: 'bootstrap.servers=kafka:9093\nacks=1\n' },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=${ACKS}\n',
      },
    ],
  },
});

function* weakAcks(at: NodeView): Iterable<Report> {
  for (const key of acksKeys) {
    const acks = at.text(key);
    if (!isWeakAcks(acks)) continue;
    const fix = at.fix('review', 'Set acks to all', at.set([key], 'all'));
    yield { message: 'acks', data: { value: acks.value }, span: acks.span, fix };
  }
}

function* noRetries(at: NodeView): Iterable<Report> {
  const retries = firstNumber(at, retriesKeys);
  if (retries?.value.value !== 0) return;
  const fix = at.fix('review', `Remove ${retries.key}`, at.remove(retries.key));
  yield { message: 'retries', span: retries.value.span, fix };
}

function* tooManyInFlight(at: NodeView): Iterable<Report> {
  const inFlight = firstNumber(at, inFlightKeys);
  if (!inFlight || inFlight.value.value <= 5) return;
  const fix = at.fix('review', `Set ${inFlight.key} to 5`, at.set([inFlight.key], 5));
  yield { message: 'inFlight', data: { value: inFlight.value.value }, span: inFlight.value.span, fix };
}
