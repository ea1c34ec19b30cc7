import { defineCrossRule } from '../../core';

const topic = (days: number, name = 'fraud-scores'): string =>
  `apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: ${name}, labels: { strimzi.io/cluster: main } }\nspec: { partitions: 6, replicas: 3, config: { retention.ms: «${days * 86_400_000}» } }\n`;
const record = (days: number, topicName = '«fraud-scores»'): string =>
  `apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: { name: fraud }\nspec: { gdpr: { retention: { predictionLogDays: ${days}, topic: ${topicName} } } }\n`;
const calm = (text: string): string => text.replace(/[«»]/g, '');

/** Data are kept longer or shorter than the record says. */
export default defineCrossRule({
  id: 'compliance/no-retention-mismatch',
  catalogue: ['gdpr-retention-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A topic keeps data for another time than the compliance record says.',
  why: 'Kept longer, personal data lie about after the day promised to those concerned; kept shorter, the logs that a complaint asks for are gone. Documentation check, not legal advice.',
  remedy: 'Give the topic the retention of the record: `retention.ms` is days times 86400000.',
  references: [
    {
      title: 'GDPR, Article 5(1)(e): storage limitation',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5',
    },
    { title: 'AI Act, Article 19: logs', url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_19' },
  ],
  messages: {
    longer: 'Topic {topic} keeps records for {kept} days; the compliance record says {declared}.',
    shorter: 'Topic {topic} keeps records for {kept} days only; the compliance record says {declared}.',
  },
  fix: { none: 'Which of the two is meant is for the author to decide.' },
  from: 'retention',
  to: 'declared-retention',
  within: 'workspace',
  inBothFiles: true,
  fromKey: ({ name }) => name,
  toKey: ({ name }) => name,
  whenPair(from, to) {
    const kept = Number(from.attributes['hours']);
    const declared = Number(to.attributes['hours']);
    if (Number.isNaN(kept) || Number.isNaN(declared) || kept === declared) return undefined;
    const days = (hours: number): string => String(Math.round(hours / 2.4) / 10);
    const data = { topic: from.name, kept: days(kept), declared: days(declared) };
    return { message: kept > declared ? 'longer' : 'shorter', data };
  },
  examples: {
    bad: [
      { files: { 'topic.yaml': topic(400), 'compliance/ai-system.yaml': record(30) }, message: 'longer' },
      { files: { 'topic.yaml': topic(7), 'compliance/ai-system.yaml': record(180) }, message: 'shorter' },
    ],
    good: [
      { files: { 'topic.yaml': calm(topic(30)), 'compliance/ai-system.yaml': calm(record(30)) } },
      { files: { 'topic.yaml': calm(topic(7, 'other')), 'compliance/ai-system.yaml': calm(record(30)) } },
      { files: { 'topic.yaml': calm(topic(7)) } },
    ],
  },
});
