import { defineGap } from '../../core';

const consumer = (topic: string, rest = ''): string =>
  `from confluent_kafka import Consumer, Producer\nconsumer = Consumer({})\nproducer = Producer({})\nconsumer.subscribe([${topic}])\n${rest}`;
const topic = (name: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, labels: { strimzi.io/cluster: main } }\nspec: { partitions: 6, replicas: 3 }\n`;
const aside = /(?:^|[._-])(?:dlq|dlt|dead[._-]?letters?|quarantine|rejected|poison)(?:[._-]|$)/i;

/** Topics are read, and what cannot be processed goes nowhere. */
export default defineGap({
  id: 'gap/no-dead-letter',
  title: 'No dead-letter queue',
  why: 'One record that cannot be read stops the pipeline for all that follow, or is dropped and nobody knows what the model never saw.',
  catalogue: ['pipeline-no-dlq'],
  *find(facts) {
    const uses = facts.ofType('topic-use');
    const names = [...facts.ofType('topic'), ...uses].map(({ name }) => name);
    if (facts.ofType('dead-letter').length > 0 || names.some((name) => aside.test(name))) return;
    const read = uses.find(({ attributes }) => attributes['direction'] === 'read');
    if (!read) return;
    yield {
      message: `Topic "${read.name}" is read, but no topic takes what cannot be processed.`,
      path: read.path,
      range: read.range,
      action: { template: 'data-pipeline/kafka', answers: { topic: read.name } },
    };
  },
  examples: {
    bad: [
      { files: { 'app.py': consumer('«"transactions"»') } },
      { files: { 'app.py': consumer('«"transactions"»'), 'topic.yaml': topic('transactions') } },
    ],
    good: [
      { files: { 'app.py': consumer('"transactions"'), 'topic.yaml': topic('transactions.dlq.v1') } },
      { files: { 'app.py': consumer('"transactions"', 'producer.produce("dead-letters", b"")\n') } },
      { files: { 'topic.yaml': topic('transactions') } },
    ],
  },
});
