import { defineCrossRule } from '../../core';
import type { PlacedFact } from '../../core';

const topic = (name: string, partitions: number | string, cluster = 'main'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata:\n  name: ${name}\n  labels: { strimzi.io/cluster: ${cluster} }\nspec: { partitions: ${partitions}, replicas: 3 }\n`;

/** A topic of feedback that has other partitions than the predictions that it belongs to. */
export default defineCrossRule({
  id: 'kafka/no-partition-mismatch',
  catalogue: ['feedback-key-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Predictions and their feedback are divided into different numbers of partitions.',
  why: 'A join by key needs both topics divided alike: Kafka Streams refuses to start, and Flink or Spark shuffle all records once more to bring label and prediction together.',
  remedy: 'Give both topics the same number of partitions, the same key and the same partitioner.',
  references: [
    {
      title: 'Kafka Streams: join co-partitioning requirements',
      url: 'https://kafka.apache.org/documentation/streams/developer-guide/dsl-api.html#join-co-partitioning-requirements',
    },
  ],
  messages: {
    mismatch:
      'Topic {feedback} has {own} partitions, {prediction} has {other}: they cannot be joined by key.',
  },
  fix: { none: 'Partitions of a topic that has records cannot be changed without moving its keys.' },
  from: 'topic',
  to: 'topic',
  within: 'workspace',
  fromKey: (fact) => subjectOf(fact, /(?:^|[._-])(?:feedback|labels?|outcomes?)(?=[._-]|$)/),
  toKey: (fact) => subjectOf(fact, /(?:^|[._-])(?:predictions?|inferences?)(?=[._-]|$)/),
  whenPair(from, to) {
    const own = from.attributes['partitions'];
    const other = to.attributes['partitions'];
    if (own === undefined || other === undefined || own === other) return undefined;
    return { message: 'mismatch', data: { feedback: from.name, own, prediction: to.name, other } };
  },
  examples: {
    bad: [
      {
        files: {
          'predictions.yaml': topic('fraud-predictions', 12),
          'feedback.yaml': topic('«fraud-feedback»', 6),
        },
      },
    ],
    good: [
      { files: { 'p.yaml': topic('fraud-predictions', 6), 'f.yaml': topic('fraud-feedback', 6) } },
      { files: { 'p.yaml': topic('fraud-predictions', 12), 'f.yaml': topic('churn-feedback', 6) } },
      { files: { 'p.yaml': topic('fraud-predictions', 12), 'f.yaml': topic('fraud-feedback', 6, 'other') } },
      { files: { 'p.yaml': topic('fraud-predictions', 12), 'f.yaml': topic('fraud-feedback-dlq', 1) } },
      { files: { 'p.yaml': topic('fraud-predictions', '"${N}"'), 'f.yaml': topic('fraud-feedback', 6) } },
    ],
  },
});

/** What the topic is about, in its cluster: its name without the word that tells predictions from feedback. */
function subjectOf({ name, attributes }: PlacedFact, word: RegExp): string | undefined {
  const lower = name.toLowerCase();
  if (!word.test(lower)) return undefined;
  return `${attributes['cluster'] ?? ''}/${lower.replace(word, '')}`;
}
