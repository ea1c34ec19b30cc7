import { defineCrossRule } from '../../core';

const source = (rest: string, topic = "«'users'»"): string =>
  `CREATE SOURCE users IN CLUSTER ingest FROM KAFKA CONNECTION kafka (TOPIC ${topic}) FORMAT JSON${rest};\n`;
const plain = (rest: string): string => source(rest, "'users'");
const topic = (policy: string, name = 'users'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name} }\nspec: { partitions: 6, config: { cleanup.policy: ${policy} } }\n`;

/** A source of Materialize that takes a compacted topic for a log. */
export default defineCrossRule({
  id: 'materialize/require-upsert-envelope',
  catalogue: ['mz-compacted-topic-needs-upsert'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A source reads a compacted topic as if nothing were ever replaced.',
  why: 'In a compacted topic a message replaces the older one of its key: read as a log, every old value stays a row of its own, deletions are lost, and counts depend on when Kafka compacted.',
  remedy: 'Write `INCLUDE KEY` and `ENVELOPE UPSERT`.',
  references: [
    {
      title: 'Materialize: CREATE SOURCE, Kafka: upsert envelope',
      url: 'https://materialize.com/docs/sql/create-source/kafka/',
    },
  ],
  messages: { log: 'Topic "{topic}" is compacted, but source "{source}" keeps every message as a row.' },
  fix: { none: 'Whether messages have a key of one format is not in the files.' },
  from: 'topic-use',
  to: 'topic',
  within: 'workspace',
  fromKey: ({ name, attributes }) => (attributes['envelope'] === 'none' ? name : undefined),
  toKey: ({ name, attributes }) => (attributes['cleanup']?.includes('compact') ? name : undefined),
  whenPair: (from) => ({
    message: 'log',
    data: { topic: from.name, source: from.attributes['by'] ?? '' },
  }),
  examples: {
    bad: [
      { files: { 'topic.yaml': topic('compact'), 'source.sql': source('') } },
      { files: { 'topic.yaml': topic('"compact,delete"'), 'source.sql': source(' ENVELOPE NONE') } },
    ],
    good: [
      { files: { 'topic.yaml': topic('compact'), 'source.sql': plain(' ENVELOPE UPSERT') } },
      { files: { 'topic.yaml': topic('compact'), 'source.sql': plain(' ENVELOPE DEBEZIUM') } },
      { files: { 'topic.yaml': topic('delete'), 'source.sql': plain('') } },
      { files: { 'topic.yaml': topic('"${POLICY}"'), 'source.sql': plain('') } },
      { files: { 'topic.yaml': topic('compact', 'orders'), 'source.sql': plain('') } },
      { files: { 'topic.yaml': topic('compact'), 'source.sql': plain('').replace(' FORMAT JSON', '') } },
    ],
  },
});
