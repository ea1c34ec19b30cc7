import { defineRule } from '../../../core';
import { knownOr } from '../../../core';
import type { Report } from '../../../core';
import { librdkafkaSettings } from '../documentation';

const key = 'max.poll.interval.ms';

export default defineRule({
  id: 'kafka/no-poll-interval-below-session',
  catalogue: ['kafka-max-poll-vs-inference'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'librdkafka is told to poll more often than its session lasts.',
  why: 'The consumer is not created: librdkafka demands that `max.poll.interval.ms` is at least `session.timeout.ms`, 45000 by default.',
  remedy: 'Raise the interval above the longest time that one record takes, or lower the session timeout.',
  references: [librdkafkaSettings],
  messages: {
    short: 'The consumer will not start: {value} ms between polls is less than the session of {session} ms.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/librdkafka-config', path: [] }],
  *check(at): Iterable<Report> {
    const interval = at.number(key);
    const session = knownOr(at.number('session.timeout.ms'), 45_000);
    if (interval.is !== 'known' || session === undefined || interval.value >= session) return;
    if (!at.has('group.id') || at.has('group.protocol')) return;
    const fix = at.fix('review', `Set ${key} to 300000`, at.set([key], Math.max(300_000, session)));
    yield { message: 'short', data: { value: interval.value, session }, span: interval.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "max.poll.interval.ms": «44999», "log_level": 6}\n',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "group.id": "g", "max.poll.interval.ms": 300000, "log_level": 6}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "session.timeout.ms": 400000, "max.poll.interval.ms": «60000»}\n',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "group.id": "g", "session.timeout.ms": 400000, "max.poll.interval.ms": 400000}\n',
      },
    ],
    good: [
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "max.poll.interval.ms": 45000}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "session.timeout.ms": "${S}", "max.poll.interval.ms": 10000}\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=10000\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "max.poll.interval.ms": 10000}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "group.protocol": "consumer", "max.poll.interval.ms": 10000}\n',
      },
    ],
  },
});
