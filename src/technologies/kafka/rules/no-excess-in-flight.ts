import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { producerSetting } from '../documentation';

const key = 'max.in.flight.requests.per.connection';

export default defineRule({
  id: 'kafka/no-excess-in-flight',
  catalogue: ['kafka-idempotence-silently-disabled'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'More requests are in flight than the idempotence that is on by default allows.',
  why: 'A client of Kafka 4 refuses to start; one of Kafka 3 turns idempotence off in silence, and retries may then duplicate and reorder records.',
  remedy: 'Keep at most 5 requests in flight.',
  references: [producerSetting(key), producerSetting('enable.idempotence')],
  messages: {
    excess:
      'The producer will not start: idempotence, the default, allows 5 requests in flight, not {value}.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/producer-config', path: [] }],
  *check(at): Iterable<Report> {
    const inFlight = at.number(key);
    if (inFlight.is !== 'known' || inFlight.value <= 5) return;
    // Transactions are another rule's; weaker acks or no retries do not help.
    if (at.has('enable.idempotence') || at.has('transactional.id')) return;
    const fix = at.fix('review', `Set ${key} to 5`, at.set([key], 5));
    yield { message: 'excess', data: { value: inFlight.value }, span: inFlight.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nacks=1\nretries=0\nmax.in.flight.requests.per.connection=«6»\n',
        fixed: 'bootstrap.servers=kafka:9093\nacks=1\nretries=0\nmax.in.flight.requests.per.connection=5\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=«6»\nlinger.ms=5\n',
        fixed: 'bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=5\nlinger.ms=5\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=6\ntransactional.id=a\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=5\n',
      },
      {
        path: 'producer.properties',
        text: `bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=\${N}\n`,
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nmax.in.flight.requests.per.connection=6\nenable.idempotence=false\n',
      },
    ],
  },
});
