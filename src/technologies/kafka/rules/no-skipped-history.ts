import { defineRule } from '../../../core';
import type { NodeView, OptionSpec, Report, RuleOptions } from '../../../core';
import { consumerSetting, librdkafkaSettings } from '../documentation';
import { isLibrdkafka } from '../producer-settings';

const key = 'auto.offset.reset';

const groups: Readonly<Record<'groups', OptionSpec>> = {
  groups: {
    type: 'string[]',
    default: ['train', 'feature', 'label', 'feedback', 'backfill'],
    description: 'Parts of group and client names of consumers that need all records.',
  },
};

export default defineRule({
  id: 'kafka/no-skipped-history',
  catalogue: ['kafka-offset-reset-latest-training'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A consumer that builds training data starts at the end of its topics.',
  why: 'A new group skips all that is there already, and a group that was away longer than its offsets are kept skips what came meanwhile. Records of partitions that are added later are missed as well.',
  remedy: 'Set `auto.offset.reset=earliest`.',
  references: [consumerSetting(key), librdkafkaSettings],
  options: groups,
  messages: {
    latest: 'Consumer {name} skips all records that are there before it.',
    unset:
      'Consumer {name} skips all records that are there before it: the default of auto.offset.reset is latest.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/consumer-config', path: [] },
    { view: 'kafka/librdkafka-config', path: [] },
  ],
  *check(at, { options }): Iterable<Report> {
    const name = nameOf(at, options);
    if (!name) return;
    const reset = at.text(key);
    const data = { name: name.value };
    const fix = at.fix('review', `Set ${key} to earliest`, at.set([key], 'earliest'));
    if (reset.is === 'known' && /^(?:latest|largest|end)$/i.test(reset.value.trim())) {
      yield { message: 'latest', data, span: reset.span, fix };
    }
    // A librdkafka file without group may be a producer's.
    if (reset.is !== 'absent' || (isLibrdkafka(at) && !at.has('group.id'))) return;
    yield { message: 'unset', data, span: name.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=fraud-training\nauto.offset.reset=«latest»\nmax.poll.records=50\n',
        message: 'latest',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=fraud-training\nauto.offset.reset=earliest\nmax.poll.records=50\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=«feature-builder»\nmax.poll.records=50\n',
        message: 'unset',
        fixed:
          'bootstrap.servers=kafka:9093\ngroup.id=feature-builder\nmax.poll.records=50\nauto.offset.reset=earliest\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "client.id": "feedback-join", "auto.offset.reset": «"end"»}\n',
        message: 'latest',
        fixed:
          '{"metadata.broker.list": "kafka:9093", "client.id": "feedback-join", "auto.offset.reset": "earliest"}\n',
      },
      {
        path: 'application.yml',
        text: 'spring:\n  kafka:\n    consumer:\n      group-id: label-sink\n      auto-offset-reset: «latest» # new only\n',
        message: 'latest',
        fixed:
          'spring:\n  kafka:\n    consumer:\n      group-id: label-sink\n      auto-offset-reset: earliest # new only\n',
      },
    ],
    good: [
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=fraud-training\nauto.offset.reset=earliest\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=dashboard\nauto.offset.reset=latest\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=${GROUP}\nauto.offset.reset=latest\n',
      },
      {
        path: 'consumer.properties',
        text: 'bootstrap.servers=kafka:9093\ngroup.id=training\nauto.offset.reset=${RESET}\n',
      },
      {
        path: 'client.json',
        text: '{"metadata.broker.list": "kafka:9093", "client.id": "feedback-writer"}\n',
      },
      { path: 'application.yml', text: 'spring:\n  kafka:\n    consumer:\n      group-id: label-sink\n' },
    ],
  },
});

/** The name that tells what the consumer is for, when it is one that needs all records. */
function nameOf(at: NodeView, options: RuleOptions): { value: string; span: Report['span'] } | undefined {
  for (const source of ['group.id', 'client.id']) {
    const name = at.text(source);
    if (name.is !== 'known') continue;
    const lower = name.value.toLowerCase();
    if (options.list('groups').some((part) => lower.includes(part.toLowerCase()))) return name;
  }
  return undefined;
}
