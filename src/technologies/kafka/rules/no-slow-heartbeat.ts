import { defineRule } from '../../../core';
import { knownOr } from '../../../core';
import type { Report } from '../../../core';
import { consumerSetting } from '../documentation';
import { isLibrdkafka } from '../producer-settings';

const key = 'heartbeat.interval.ms';
const session = 'session.timeout.ms';

export default defineRule({
  id: 'kafka/no-slow-heartbeat',
  catalogue: ['kafka-heartbeat-vs-session'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A consumer sends heartbeats too seldom for its session timeout.',
  why: 'One late heartbeat and the broker takes the consumer for dead: its partitions move, work is done twice, and the group stands still meanwhile. At or above the timeout the Java consumer does not start.',
  remedy: 'Keep the interval at a third of `session.timeout.ms` or less.',
  references: [consumerSetting(key), consumerSetting(session)],
  messages: {
    refused:
      'The consumer will not start: a heartbeat every {value} ms does not fit in a session of {session} ms.',
    slow: 'A heartbeat every {value} ms leaves no room for a late one in a session of {session} ms.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/consumer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const heartbeat = at.number(key);
    const timeout = at.number(session);
    if (at.has('group.protocol')) return;
    const interval = knownOr(heartbeat, 3000);
    const limit = knownOr(timeout, 45_000);
    if (interval === undefined || limit === undefined || interval * 3 <= limit) return;
    const third = Math.floor(limit / 3);
    const fix = at.fix('review', `Set ${key} to ${third}`, at.set([key], third));
    const data = { value: interval, session: limit };
    const place = heartbeat.is === 'known' ? heartbeat : timeout;
    if (place.is !== 'known') return;
    // librdkafka takes it; the Java client checks only when there is a group.
    const refused = interval >= limit && !isLibrdkafka(at) && at.has('group.id');
    yield {
      message: refused ? 'refused' : 'slow',
      ...(refused && { severity: 'error' }),
      data,
      span: place.span,
      fix,
    };
  },
  examples: {
    bad: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=«10000»\nsession.timeout.ms=10000\n',
        message: 'refused',
        severity: 'error',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=3333\nsession.timeout.ms=10000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=«15001»\n',
        message: 'slow',
        fixed: 'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=15000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=«8999»\n',
        message: 'slow',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=8999\nheartbeat.interval.ms=2999\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "heartbeat.interval.ms": «45000», "session.timeout.ms": 45000}\n',
        message: 'slow',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "group.id": "g", "heartbeat.interval.ms": 15000, "session.timeout.ms": 45000}\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\nauto.offset.reset=earliest\nheartbeat.interval.ms=«50000»\n',
        message: 'slow',
        fixed: 'bootstrap.servers=kafka:9093\nauto.offset.reset=earliest\nheartbeat.interval.ms=15000\n',
      },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\ngroup.protocol=consumer\nheartbeat.interval.ms=45000\n',
      },
      { path: 'consumer.properties', text: 'bootstrap.servers=kafka:9093\ngroup.id=g\n' },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=15000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=9000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=20000\nsession.timeout.ms=${SESSION}\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nheartbeat.interval.ms=${BEAT}\nsession.timeout.ms=6000\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    consumer:\n      heartbeat-interval: 30000\n',
      },
    ],
  },
});
