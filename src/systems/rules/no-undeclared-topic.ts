import { defineCrossRule } from '../../core';
import { isSlipOf } from '../names';

const topic = (name: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, labels: { strimzi.io/cluster: main } }\nspec: { partitions: 6, replicas: 3 }\n`;
const consumer = (name: string): string =>
  `from confluent_kafka import Consumer\nconsumer = Consumer({})\nconsumer.subscribe([${name}])\n`;

/** A program reads or writes a topic that nobody declares, beside others that are. */
export default defineCrossRule({
  id: 'kafka/no-undeclared-topic',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A topic is read or written that is not declared, beside one of nearly the same name that is.',
  why: 'A consumer of a topic that does not exist waits for ever without an error; a producer makes the topic, with one partition and no copies, where brokers allow it.',
  remedy: 'Write the name of the declared topic, or declare this one.',
  references: [
    {
      title: 'Kafka: broker configuration, auto.create.topics.enable',
      url: 'https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable',
    },
  ],
  messages: {
    slip: 'Topic "{topic}" is declared nowhere here; "{declared}" is.',
    family: 'Topic "{topic}" is declared nowhere here, though others of "{family}" are.',
  },
  fix: { none: 'The name may be wrong in either file.' },
  from: 'topic-use',
  to: 'topic',
  within: 'workspace',
  // Connect and MirrorMaker make the topics of their own state themselves.
  fromKey: ({ name }) =>
    name.startsWith('_') || /[*^[\]|]|[._-](?:configs?|status|offsets?)$/.test(name) ? undefined : name,
  toKey: ({ name }) => name,
  whenNone(from, topics) {
    const near = topics.find(({ name }) => isSlipOf(from.name, name));
    if (near) return { message: 'slip', data: { topic: from.name, declared: near.name }, related: [near] };
    const family = familyOf(from.name);
    const others = topics.filter(({ name }) => family !== undefined && familyOf(name) === family);
    if (family === undefined || others.length < 2) return undefined;
    const data = { topic: from.name, family };
    return { message: 'family', severity: 'info', data, related: others.slice(0, 3) };
  },
  examples: {
    bad: [
      {
        files: { 'topic.yaml': topic('transactions-raw'), 'app.py': consumer('«"transaction-raw"»') },
        message: 'slip',
      },
      {
        files: { 'topic.yaml': topic('fraud.scores.v1'), 'app.py': consumer('«"fraud_scores_v1"»') },
        message: 'slip',
      },
      {
        files: {
          'topic.yaml': topic('fraud.scores.v1'),
          'alerts.yaml': topic('fraud.alerts.v1'),
          'app.py': consumer('«"fraud.labels.v1"»'),
        },
        message: 'family',
      },
    ],
    good: [
      { files: { 'topic.yaml': topic('schemas'), 'app.py': consumer('"_schemas"') } },
      { files: { 'topic.yaml': topic('transactions-raw'), 'app.py': consumer('"transactions-raw"') } },
      { files: { 'topic.yaml': topic('transactions-raw'), 'app.py': consumer('"orders"') } },
      { files: { 'topic.yaml': topic('fraud.scores.v1'), 'app.py': consumer('"fraud.scores.v2"') } },
      { files: { 'topic.yaml': topic('fraud.scores.v1'), 'app.py': consumer('"fraud.labels.v1"') } },
      { files: { 'topic.yaml': topic('transactions-raw'), 'app.py': consumer('"^transaction-raw"') } },
      { files: { 'app.py': consumer('"transaction-raw"') } },
      {
        files: {
          'topic.yaml': topic('fraud.scores.v1'),
          'alerts.yaml': topic('fraud.alerts.v1'),
          'app.py': consumer('"fraud.connect.offsets", "bank.labels.v1"'),
        },
      },
      {
        files: {
          'topic.yaml': topic('my-scores'),
          'alerts.yaml': topic('my-alerts'),
          'app.py': consumer('"my-labels"'),
        },
      },
    ],
  },
});

/** The first word of a name that has several; short words say too little. */
function familyOf(name: string): string | undefined {
  return /^([a-z0-9]{4,})[._-]./i.exec(name)?.[1]?.toLowerCase();
}
