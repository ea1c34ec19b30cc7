import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';

export default defineRule({
  id: 'kafka/no-idempotence-conflict',
  catalogue: ['kafka-idempotence-conflict'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'An idempotent producer is given settings that idempotence does not allow.',
  why: 'The client refuses to start: with `enable.idempotence=true` it demands acks from all in-sync replicas, retries, and at most five requests in flight.',
  remedy:
    'Set `acks=all`, leave `retries` at its default, and keep `max.in.flight.requests.per.connection` at 5 or less.',
  references: [
    {
      title: 'Kafka producer configuration: enable.idempotence',
      url: 'https://kafka.apache.org/documentation/#producerconfigs_enable.idempotence',
    },
    {
      title: 'librdkafka configuration: enable.idempotence',
      url: 'https://github.com/confluentinc/librdkafka/blob/v2.15.0/CONFIGURATION.md',
    },
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
    const idempotence = at.boolean('enable.idempotence');
    if (idempotence.is !== 'known' || !idempotence.value) return;
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
        text: 'bootstrap.servers=kafka:9093\nenable.idempotence=true\nacks=${ACKS}\n',
      },
    ],
  },
});

function* weakAcks(at: NodeView): Iterable<Report> {
  for (const key of ['acks', 'request.required.acks']) {
    const acks = at.text(key);
    if (acks.is !== 'known' || ['all', '-1'].includes(acks.value.trim())) continue;
    const fix = at.fix('review', 'Set acks to all', at.set([key], 'all'));
    yield { message: 'acks', data: { value: acks.value }, span: acks.span, fix };
  }
}

function* noRetries(at: NodeView): Iterable<Report> {
  const retries = at.number('retries');
  if (retries.is !== 'known' || retries.value !== 0) return;
  yield {
    message: 'retries',
    span: retries.span,
    fix: at.fix('review', 'Remove retries', at.remove('retries')),
  };
}

function* tooManyInFlight(at: NodeView): Iterable<Report> {
  const key = 'max.in.flight.requests.per.connection';
  const inFlight = at.number(key);
  if (inFlight.is !== 'known' || inFlight.value <= 5) return;
  const fix = at.fix('review', `Set ${key} to 5`, at.set([key], 5));
  yield { message: 'inFlight', data: { value: inFlight.value }, span: inFlight.span, fix };
}
