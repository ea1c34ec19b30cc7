import { defineCrossRule } from '../../core';

const record = (days: string, store = 'topic: scores'): string =>
  `apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: { name: scorer }\nspec:\n  gdpr: { retention: { predictionLogDays: ${days}, ${store} } }\n`;
const topic = (milliseconds: number): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: scores }\nspec: { partitions: 3, replicas: 3, config: { retention.ms: ${milliseconds} } }\n`;
const bucket = (days: number): string =>
  `resource "google_storage_bucket" "logs" {\n  name = "scores"\n  lifecycle_rule {\n    action {\n      type = "Delete"\n    }\n    condition {\n      age = ${days}\n    }\n  }\n}\n`;
const millisecondsOfDay = 86_400_000;

/** A record promises another retention than the store keeps. */
export default defineCrossRule({
  id: 'compliance/no-retention-mismatch',
  catalogue: ['gdpr-retention-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A store keeps data for longer or shorter than the compliance record says.',
  why: 'Data that are kept for longer than documented are kept without a ground; data that are gone earlier are missing when a decision is questioned.',
  remedy: 'Bring `predictionLogDays` of the record and the retention of the store together.',
  references: [
    { title: 'GDPR, Art. 5(1)(e)', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
    {
      title: 'Kafka topic configuration: retention.ms',
      url: 'https://kafka.apache.org/documentation/#topicconfigs_retention.ms',
    },
  ],
  messages: {
    longer:
      'The {store} "{name}" keeps data for {actual} days, but the record says {declared} (GDPR, Art. 5(1)(e); documentation check, not legal advice).',
    shorter:
      'The {store} "{name}" keeps data for {actual} days only, but the record says {declared} (documentation check, not legal advice).',
  },
  fix: { none: 'Which of the two is right is known to the author.' },
  from: 'declared-retention',
  to: 'retention',
  within: 'workspace',
  fromKey: (fact) => fact.name,
  toKey: (fact) => fact.name,
  whenPair(from, to) {
    const declared = Number(from.attributes['hours']) / 24;
    const actual = Number(to.attributes['hours']) / 24;
    const data = { store: from.attributes['store'] ?? 'store', name: from.name, declared, actual };
    // A day more or less is how a store rounds, not what somebody meant.
    if (actual > declared + 1) return { message: 'longer', data };
    return actual < declared - 1 ? { message: 'shorter', data } : undefined;
  },
  examples: {
    bad: [
      {
        files: {
          'ai-system.yaml': record('30').replace('scores', '«scores»'),
          'topic.yaml': topic(32 * millisecondsOfDay),
        },
        message: 'longer',
      },
      {
        files: {
          'ai-system.yaml': record('400', 'bucket: «scores»'),
          'main.tf': bucket(398),
        },
        message: 'shorter',
      },
    ],
    good: [
      { files: { 'ai-system.yaml': record('30'), 'topic.yaml': topic(31 * millisecondsOfDay) } },
      { files: { 'ai-system.yaml': record('400', 'bucket: scores'), 'main.tf': bucket(399) } },
      { files: { 'ai-system.yaml': record('400', 'bucket: other'), 'main.tf': bucket(30) } },
      { files: { 'ai-system.yaml': record('"${DAYS}"'), 'topic.yaml': topic(millisecondsOfDay) } },
    ],
  },
});
