import { defineCrossRule } from '../../core';
import type { PlacedFact } from '../../core';

const view = (feature: string, window: string): string =>
  `CREATE TABLE payments (amount DECIMAL, paid_at TIMESTAMPTZ) WITH (connector = 'kafka', topic = 'payments');\nCREATE MATERIALIZED VIEW features AS SELECT user_id, avg(amount) AS ${feature} FROM TUMBLE(payments, paid_at, INTERVAL ${window}) GROUP BY user_id, window_start;\n`;
const common = /^(?:count|cnt|total|sum|avg|average|min|max|value|num|n|amount|result)$/i;

/** Two scripts that compute one feature over windows of different length. */
export default defineCrossRule({
  id: 'risingwave/no-feature-window-mismatch',
  catalogue: ['train-serve-topic-split'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'One feature is computed over windows of different length.',
  why: 'A model that was trained on sums of an hour and is asked with sums of a day gets numbers that it never saw: it is wrong, and nothing says so.',
  remedy: 'Compute the feature once for training and serving, or give the two different names.',
  references: [
    {
      title: 'Google: Rules of Machine Learning, training-serving skew',
      url: 'https://developers.google.com/machine-learning/guides/rules-of-ml#training-serving_skew',
    },
  ],
  messages: {
    differs: 'Feature "{feature}" is over {own} seconds here and over {other} seconds in {path}.',
  },
  fix: { none: 'Which window the model was trained on is not in the files.' },
  from: 'feature-window',
  to: 'feature-window',
  within: 'workspace',
  fromKey: keyOf,
  toKey: keyOf,
  whenPair(from, to) {
    const own = from.attributes['seconds'];
    const other = to.attributes['seconds'];
    // Of the two files the later by name is told, so that one mistake is one finding.
    if (own === undefined || other === undefined || own === other || from.path <= to.path) return undefined;
    return { message: 'differs', data: { feature: from.name, own, other, path: to.path } };
  },
  examples: {
    bad: [
      {
        files: {
          'serving.sql': view('avg_payment', "'1 hour'"),
          'training.sql': view('«avg_payment»', "'1' DAY"),
        },
      },
      {
        files: {
          'serving.sql': view('Avg_Payment', "'60 minutes'")
            .replace('TUMBLE(', 'HOP(')
            .replace("'60", "'1 minute', INTERVAL '60"),
          'training.sql': view('«avg_payment»', "'61 minutes'"),
        },
      },
    ],
    good: [
      { files: { 'a.sql': view('avg_payment', "'1 hour'"), 'b.sql': view('avg_payment', "'60 minutes'") } },
      { files: { 'a.sql': view('avg_payment', "'1 hour'"), 'b.sql': view('avg_payment_day', "'1 day'") } },
      { files: { 'a.sql': view('total', "'1 hour'"), 'b.sql': view('total', "'1 day'") } },
      { files: { 'a.sql': view('avg_payment', "'1 hour'") + view('avg_payment', "'1 day'") } },
      { files: { 'a.sql': view('avg_payment', "'1 hour'"), 'b.sql': view('avg_payment', "'${WINDOW}'") } },
    ],
  },
});

/** Names that anybody gives to anything are no name of a feature. */
function keyOf({ name }: PlacedFact): string | undefined {
  return common.test(name) ? undefined : name.toLowerCase();
}
