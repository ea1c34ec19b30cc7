import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kafkaTable } from '../example-text';
import { feedbackTables, feedbackTablesOf, hasColumn } from '../feedback-tables';

export default defineRule({
  id: 'flink/require-model-version',
  catalogue: ['feedback-schema-no-model-version'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A table of predictions does not say which model made them.',
  why: 'When two versions serve at once, or a new one is worse, nobody can tell whose predictions drift.',
  remedy: 'Give the table a `model_version`.',
  references: [
    {
      title: 'MLflow model registry: versions',
      url: 'https://mlflow.org/docs/latest/ml/model-registry/',
    },
  ],
  options: { tables: { ...feedbackTables.tables, default: ['*prediction*'] } },
  messages: { missing: 'No column of {table} says which model made the prediction.' },
  fix: { none: 'The producer of the table must write it too.' },
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at, { options }): Iterable<Report> {
    for (const table of feedbackTablesOf(at, options)) {
      const label = table.text('name');
      if (label.is !== 'known' || hasColumn(table, /model/)) continue;
      yield { message: 'missing', data: { table: label.value }, span: label.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'predictions.sql',
        text: kafkaTable('predictions', 'prediction_id STRING, score DOUBLE').replace(
          'TABLE predictions',
          'TABLE «predictions»',
        ),
      },
    ],
    good: [
      {
        path: 'predictions.sql',
        text: kafkaTable('predictions', 'prediction_id STRING, model_version STRING'),
      },
      { path: 'labels.sql', text: kafkaTable('labels', 'prediction_id STRING') },
    ],
  },
});
