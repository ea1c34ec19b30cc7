import { defineRule } from '../../../core';
import { knownOr } from '../../../core';
import type { Report } from '../../../core';
import { producerSetting } from '../documentation';

const key = 'delivery.timeout.ms';

export default defineRule({
  id: 'kafka/no-short-delivery-timeout',
  catalogue: ['kafka-delivery-timeout-too-small'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A record may be given up before its first request has timed out.',
  why: 'The Java producer refuses to start: `delivery.timeout.ms` must be at least `linger.ms` + `request.timeout.ms`.',
  remedy: 'Raise it to the sum or more; the default is 120000.',
  references: [producerSetting(key)],
  messages: {
    short: 'The producer will not start: {value} ms is less than linger.ms + request.timeout.ms = {sum} ms.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka/producer-config', path: [] }],
  *check(at): Iterable<Report> {
    const delivery = at.number(key);
    // Kafka 4.0 raised the default of linger.ms from 0 to 5; the smaller sum is refused by every release.
    const linger = knownOr(at.number('linger.ms'), 0);
    const request = knownOr(at.number('request.timeout.ms'), 30_000);
    if (delivery.is !== 'known' || linger === undefined || request === undefined) return;
    const sum = linger + request;
    if (delivery.value >= sum) return;
    const fix = at.fix('review', `Set ${key} to 120000`, at.set([key], Math.max(120_000, sum)));
    yield { message: 'short', data: { value: delivery.value, sum }, span: delivery.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\ndelivery.timeout.ms=«29999»\nacks=all\n',
        fixed: 'bootstrap.servers=kafka:9093\ndelivery.timeout.ms=120000\nacks=all\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nlinger.ms=100\nrequest.timeout.ms=130000\ndelivery.timeout.ms=«130050»\n',
        fixed:
          'bootstrap.servers=kafka:9093\nlinger.ms=100\nrequest.timeout.ms=130000\ndelivery.timeout.ms=130100\n',
      },
    ],
    good: [
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nlinger.ms=0\ndelivery.timeout.ms=30000\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nlinger.ms=100\nrequest.timeout.ms=1000\ndelivery.timeout.ms=1100\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nlinger.ms=${LINGER}\ndelivery.timeout.ms=1000\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nrequest.timeout.ms=${T}\ndelivery.timeout.ms=1000\n',
      },
      {
        path: 'producer.properties',
        text: 'bootstrap.servers=kafka:9093\nlinger.ms=5\ndelivery.timeout.ms=${T}\n',
      },
    ],
  },
});
