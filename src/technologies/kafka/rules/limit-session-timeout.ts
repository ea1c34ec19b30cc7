import { boundedNumber } from '../../../shapes/bounded-number';
import { brokerSetting, consumerSetting } from '../documentation';

const key = 'session.timeout.ms';

export default boundedNumber({
  id: 'kafka/limit-session-timeout',
  catalogue: ['kafka-session-timeout-range'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A consumer asks for a session that brokers do not give.',
  why: 'A broker with default settings refuses the member with InvalidSessionTimeout: it takes 6000 to 1800000 ms.',
  remedy: 'Keep `session.timeout.ms` between 6000 and 1800000; the default is 45000.',
  references: [
    consumerSetting(key),
    brokerSetting('group.min.session.timeout.ms'),
    brokerSetting('group.max.session.timeout.ms'),
  ],
  views: ['kafka/consumer-config', 'kafka/librdkafka-config'],
  key: [key],
  least: 6000,
  most: 1_800_000,
  message: 'A broker refuses a session of {value} ms unless its own limits were changed.',
  mend: { title: 'Set session.timeout.ms to the limit', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=«5999»\nheartbeat.interval.ms=1000\n',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=6000\nheartbeat.interval.ms=1000\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "session.timeout.ms": «1800001», "max.poll.interval.ms": 3600000}\n',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "session.timeout.ms": 1800000, "max.poll.interval.ms": 3600000}\n',
      },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=6000\nheartbeat.interval.ms=1000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=1800000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nsession.timeout.ms=${SESSION}\n',
      },
    ],
  },
});
