import type { CrossRule } from '../core';

const topic = (name: string): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, labels: { strimzi.io/cluster: main } }\nspec: { partitions: 6, replicas: 3 }\n`;
const reader = (name: string): string =>
  `from confluent_kafka import Consumer\nconsumer = Consumer({})\nconsumer.subscribe([${name}])\n`;

/** The record of a component that declares a topic. */
const producer = (name: string, more = ''): string => `version: 1
template: team/producer@1.0.0
destination: ingest
answers: {}
provides:
  - id: events
    port: topic
    name: ${name}
    attributes: {}
    told: { file: topic.yaml, names: [payments${more}] }
files: { topic.yaml: ${'a'.repeat(64)} }
`;

/** The record of a component that reads it. */
const consumer = (used: string, from = 'ingest.events'): string => `version: 1
template: team/consumer@1.0.0
destination: scoring
answers: {}
bindings: { input: ${from} }
wired: { input: ${used} }
files: { app.py: ${'b'.repeat(64)} }
`;

const provider = '.ai-patterns/components/ingest.yaml';
const bound = '.ai-patterns/components/scoring.yaml';

/** Systems of two components, in files. */
export const examples: CrossRule['examples'] = {
  bad: [
    // Renamed by hand, in the file of the producer.
    {
      files: {
        [provider]: producer('payments'),
        [bound]: consumer('payments'),
        'ingest/topic.yaml': topic('«payments-v2»'),
        'scoring/app.py': reader('«"payments"»'),
      },
      message: 'renamed',
    },
    // Renamed by an answer: the producer was updated, the consumer was not.
    {
      files: {
        [provider]: producer('payments-v2'),
        [bound]: consumer('payments'),
        'ingest/topic.yaml': topic('«payments-v2»'),
        'scoring/app.py': reader('«"payments"»'),
      },
      message: 'renamed',
    },
    // No file tells of the use: the wire itself is the place.
    {
      files: {
        [provider]: producer('«payments-v2»'),
        [bound]: consumer('payments', '«ingest.events»'),
      },
      message: 'renamed',
    },
    {
      files: {
        [provider]: producer('payments'),
        [bound]: consumer('payments', '«ingest.orders»'),
        'ingest/topic.yaml': topic('payments'),
      },
      message: 'gone',
    },
    // A system below the folder that is open.
    {
      files: {
        [`systems/a/${provider}`]: producer('payments'),
        [`systems/a/${bound}`]: consumer('payments'),
        'systems/a/ingest/topic.yaml': topic('«payments-v2»'),
        'systems/a/scoring/app.py': reader('«"payments"»'),
      },
      message: 'renamed',
    },
  ],
  good: [
    {
      files: {
        [provider]: producer('payments'),
        [bound]: consumer('payments'),
        'ingest/topic.yaml': topic('payments'),
        'scoring/app.py': reader('"payments"'),
      },
    },
    // Both ends were renamed by hand.
    {
      files: {
        [provider]: producer('payments'),
        [bound]: consumer('payments'),
        'ingest/topic.yaml': topic('payments-v2'),
        'scoring/app.py': reader('"payments-v2"'),
      },
    },
    // The topic moved to another file.
    {
      files: {
        [provider]: producer('payments'),
        [bound]: consumer('payments'),
        'ingest/topic.yaml': topic('payments-v2'),
        'shared/topics.yaml': topic('payments'),
      },
    },
    // The file is not here, or was only taken away: who declares the topic now is not known.
    { files: { [provider]: producer('payments'), [bound]: consumer('payments') } },
    // What stands in the file stood there from the start.
    {
      files: {
        [provider]: producer('payments', ', payments-dead'),
        [bound]: consumer('payments'),
        'ingest/topic.yaml': topic('payments-dead'),
      },
    },
    // A port that was bound before names were kept, and nothing that was renamed.
    {
      files: {
        [provider]: producer('payments'),
        [bound]: consumer('payments').replace('wired: { input: payments }\n', ''),
        'ingest/topic.yaml': topic('payments'),
      },
    },
    // Components of another system have their own ports.
    {
      files: {
        [`a/${provider}`]: producer('payments-v2'),
        [provider]: producer('payments'),
        [bound]: consumer('payments'),
      },
    },
  ],
};
