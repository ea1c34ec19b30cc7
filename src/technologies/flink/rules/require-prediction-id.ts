import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kafkaTable } from '../example-text';
import { feedbackTables, feedbackTablesOf, hasColumn } from '../feedback-tables';

export default defineRule({
  id: 'flink/require-prediction-id',
  catalogue: ['feedback-schema-no-prediction-id'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A table of predictions or labels has no id of the prediction.',
  why: 'A label that cannot be joined to the prediction that it judges can neither measure the model nor train the next one.',
  remedy: 'Give the table a `prediction_id` that the serving side writes and the label repeats.',
  references: [
    {
      title: 'Google: Rules of Machine Learning, training-serving skew',
      url: 'https://developers.google.com/machine-learning/guides/rules-of-ml#training-serving_skew',
    },
  ],
  options: feedbackTables,
  messages: { missing: 'No column of {table} says which prediction a row belongs to.' },
  fix: { none: 'The producer of the table must write it too.' },
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at, { options }): Iterable<Report> {
    for (const table of feedbackTablesOf(at, options)) {
      const label = table.text('name');
      if (
        label.is !== 'known' ||
        hasColumn(table, /(?:prediction|request|inference|event|trace|impression|session)_?(?:id|key|uuid)$/)
      )
        continue;
      yield { message: 'missing', data: { table: label.value }, span: label.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'user_id STRING, label BOOLEAN').replace('TABLE labels', 'TABLE «labels»'),
      },
      {
        path: 'labels.sql',
        text: kafkaTable('user_feedback', 'prediction_id_hash STRING').replace(
          'TABLE user_feedback',
          'TABLE «user_feedback»',
        ),
      },
    ],
    good: [
      { path: 'labels.sql', text: kafkaTable('labels', '`prediction_id` STRING, label BOOLEAN') },
      { path: 'labels.sql', text: kafkaTable('labels', 'requestId STRING, label BOOLEAN') },
      { path: 'clicks.sql', text: kafkaTable('clicks', 'user_id STRING') },
      {
        path: 'labels.sql',
        text: "CREATE TABLE labels (user_id STRING) WITH ('format' = 'json');\nSET 'table.exec.state.ttl' = '1 d';\n",
      },
      { path: 'labels.sql', text: kafkaTable('labels', 'user_id STRING').replace(';', ' LIKE predictions;') },
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'user_id STRING'),
        options: { tables: ['*judgement*'] },
      },
    ],
  },
});
