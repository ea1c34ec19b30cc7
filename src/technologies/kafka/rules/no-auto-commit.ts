import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { consumerSetting, librdkafkaSettings } from '../documentation';
import { isLibrdkafka } from '../producer-settings';

const key = 'enable.auto.commit';

export default defineRule({
  id: 'kafka/no-auto-commit',
  catalogue: ['kafka-auto-commit-in-pipeline'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Offsets are committed by the clock, not when the work is done.',
  why: 'A crash between the commit and the end of the work skips records: they are never in the feature table, the prediction log or the training set.',
  remedy:
    'Set `enable.auto.commit=false` and commit after the result is stored; in librdkafka `enable.auto.offset.store=false` does as well.',
  references: [consumerSetting(key), librdkafkaSettings],
  messages: { auto: 'Offsets are committed before the records are known to be processed.' },
  fix: 'review',
  looksAt: [
    { view: 'kafka/consumer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at): Iterable<Report> {
    const commits = at.boolean(key);
    if (commits.is !== 'known' || !commits.value) return;
    // Then librdkafka commits only what the program has stored.
    if (isLibrdkafka(at) && at.has('enable.auto.offset.store')) return;
    const fix = at.fix('review', `Set ${key} to false`, at.set([key], false));
    yield { message: 'auto', span: commits.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=scorer\nenable.auto.commit=«true»\nmax.poll.records=50\n',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=scorer\nenable.auto.commit=false\nmax.poll.records=50\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    consumer:\n      enable-auto-commit: «true» # simple\n',
        fixed: 'spring:\n  kafka:\n    consumer:\n      enable-auto-commit: false # simple\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "enable.auto.commit": «true»}\n',
        fixed: '{"metadata.broker.list": "kafka:9093", "group.id": "g", "enable.auto.commit": false}\n',
      },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=scorer\nenable.auto.commit=false\n',
      },
      { path: 'consumer.properties', text: 'bootstrap.servers=kafka:9093\ngroup.id=scorer\n' },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=scorer\nenable.auto.commit=${AUTO}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "enable.auto.commit": true, "enable.auto.offset.store": false}\n',
      },
    ],
  },
});
