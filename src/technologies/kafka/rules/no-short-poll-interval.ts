import { defineRule } from '../../../core';
import { knownOr } from '../../../core';
import type { Report } from '../../../core';
import { consumerSetting } from '../documentation';

const key = 'max.poll.interval.ms';
const records = 'max.poll.records';

export default defineRule({
  id: 'kafka/no-short-poll-interval',
  catalogue: ['kafka-max-poll-vs-inference'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A consumer takes many records at once and little time for them.',
  why: 'A model call per record makes 500 records take minutes. The consumer is then put out of its group amid the work, another starts the same records over, and nothing is ever committed.',
  remedy: 'Take fewer records per poll, such as `max.poll.records=50`, or leave the interval at 300000.',
  references: [consumerSetting(key), consumerSetting(records)],
  messages: { short: '{records} records have to be done within {value} ms.' },
  fix: 'review',
  looksAt: [{ view: 'kafka/consumer-config', path: [] }],
  *check(at): Iterable<Report> {
    const interval = at.number(key);
    const taken = knownOr(at.number(records), 500);
    if (interval.is !== 'known' || interval.value >= 60_000 || taken === undefined || taken < 500) return;
    const fix = at.fix('review', `Set ${records} to 50`, at.set([records], 50));
    yield { message: 'short', data: { value: interval.value, records: taken }, span: interval.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=«59999»\nclient.id=a\n',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=59999\nclient.id=a\nmax.poll.records=50\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=«10000»\nmax.poll.records=500\n',
        fixed: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=10000\nmax.poll.records=50\n',
      },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=60000\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=10000\nmax.poll.records=499\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.interval.ms=10000\nmax.poll.records=${N}\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=g\nmax.poll.records=500\n',
      },
    ],
  },
});
