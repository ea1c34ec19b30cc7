import { defineRule } from '../../../core';
import type { NodeView, OptionSpec, Report, RuleOptions, Value } from '../../../core';
import { dataTopics, isDataTopic, topicNameOf } from '../data-topics';
import { brokerSetting, topicSetting } from '../documentation';

const hourMs = 3_600_000;

const retrainingWindow: Readonly<Record<'retrainingWindowHours', OptionSpec>> = {
  retrainingWindowHours: {
    type: 'number',
    default: 168,
    description: 'How far back retraining and backfills read, in hours.',
  },
};

export default defineRule({
  id: 'kafka/no-short-retention',
  catalogue: ['kafka-retention-too-short-for-replay', 'pipeline-no-replay-window'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Records are deleted before retraining can read them again.',
  why: 'Retention says how soon a reader must have read. A model that is retrained on a longer window, or a backfill after a bug, finds the start of its data gone.',
  remedy:
    'Keep topics of features, predictions and labels at least as long as the retraining window; 604800000 ms are seven days.',
  references: [topicSetting('retention.ms'), brokerSetting('log.retention.hours')],
  options: { ...dataTopics, ...retrainingWindow },
  messages: {
    topic: 'Topic {topic} keeps records {hours} h; retraining reads back {window} h.',
    broker: 'Topics keep records {hours} h unless they say otherwise; retraining reads back {window} h.',
  },
  fix: 'review',
  looksAt: [
    { view: 'kafka/topic-config', path: ['retention.ms'] },
    { view: 'kafka/broker-config', path: [] },
  ],
  *check(at, { options }): Iterable<Report> {
    yield* at.context.view.id === 'kafka/topic-config' ? ofTopic(at, options) : ofBroker(at, options);
  },
  examples: {
    bad: [
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-feedback\nspec:\n  config: { retention.ms: «604799999», min.insync.replicas: 2 }\n',
        message: 'topic',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-feedback\nspec:\n  config: { retention.ms: 604800000, min.insync.replicas: 2 }\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: a\nspec:\n  topicName: clicks\n  config:\n    retention.ms: «7200000» # two hours\n',
        options: { topics: ['clicks'], retrainingWindowHours: 3 },
        message: 'topic',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: a\nspec:\n  topicName: clicks\n  config:\n    retention.ms: 10800000 # two hours\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.retention.hours=«24»\nnode.id=1\n',
        message: 'broker',
        severity: 'info',
        fixed: 'process.roles=broker\nlog.retention.hours=168\nnode.id=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.retention.hours=240\nlog.retention.ms=«60000»\nlog.retention.minutes=20000\n',
        message: 'broker',
        severity: 'info',
        fixed:
          'process.roles=broker\nlog.retention.hours=240\nlog.retention.ms=604800000\nlog.retention.minutes=20000\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.retention.hours=240\nlog.retention.minutes=«60»\n',
        message: 'broker',
        severity: 'info',
        fixed: 'process.roles=broker\nlog.retention.hours=240\nlog.retention.minutes=10080\n',
      },
    ],
    good: [
      { path: 'server.properties', text: 'process.roles=broker\nlog.retention.hours=-1\n' },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-feedback\nspec:\n  config:\n    retention.ms: 604800000\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: fraud-feedback\nspec:\n  config:\n    retention.ms: -1\n',
      },
      {
        path: 'topic.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: commands\nspec:\n  config:\n    retention.ms: 7200000\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\nlog.retention.hours=168\n' },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.retention.ms=-1\nlog.retention.hours=1\n',
      },
      {
        path: 'server.properties',
        text: 'process.roles=broker\nlog.retention.ms=${RETENTION}\nlog.retention.hours=1\n',
      },
      { path: 'server.properties', text: 'process.roles=broker\n' },
    ],
  },
});

function* ofTopic(at: NodeView, options: RuleOptions): Iterable<Report> {
  // The view looked at is the setting itself; its topic is around the configuration.
  const topic = topicNameOf(at);
  const retention = at.number();
  const window = options.number('retrainingWindowHours');
  if (topic === undefined || !isDataTopic(topic, options) || !isShort(retention, window * hourMs)) return;
  const hours = Math.round(retention.value / hourMs);
  const fix = at.fix('review', `Keep records ${window} hours`, at.set([], window * hourMs));
  yield { message: 'topic', data: { topic, hours, window }, span: retention.span, fix };
}

/** The first of these that is set counts: Kafka's own order. */
const brokerKeys = [
  { key: 'log.retention.ms', unitMs: 1 },
  { key: 'log.retention.minutes', unitMs: 60_000 },
  { key: 'log.retention.hours', unitMs: hourMs },
];

function* ofBroker(at: NodeView, options: RuleOptions): Iterable<Report> {
  const set = brokerKeys.find(({ key }) => at.has(key));
  if (!set) return;
  const retention = at.number(set.key);
  const window = options.number('retrainingWindowHours');
  const enough = (window * hourMs) / set.unitMs;
  if (!isShort(retention, enough)) return;
  const hours = Math.round((retention.value * set.unitMs) / hourMs);
  const fix = at.fix('review', `Keep records ${window} hours`, at.set([set.key], enough));
  yield { message: 'broker', severity: 'info', data: { hours, window }, span: retention.span, fix };
}

function isShort(value: Value<number>, enough: number): value is Extract<Value<number>, { is: 'known' }> {
  return value.is === 'known' && value.value >= 0 && value.value < enough;
}
