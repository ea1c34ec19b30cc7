import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { timeAttributes } from '../documentation';
import { kafkaTable } from '../example-text';
import { feedbackTables, feedbackTablesOf } from '../feedback-tables';
import { columnName } from '../sql-script';

export default defineRule({
  id: 'flink/require-event-time',
  catalogue: ['feedback-schema-no-event-time'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A table of predictions or labels does not say when.',
  why: 'Without the time of the event there is no join as of that time: training sees what serving could not know, and the delay of labels cannot be measured.',
  remedy: 'Give the table a timestamp, such as `event_time TIMESTAMP_LTZ(3)`, and a watermark on it.',
  references: [timeAttributes],
  options: feedbackTables,
  messages: { missing: 'No column of {table} holds the time of the event.' },
  fix: { none: 'The producer of the table must write it too.' },
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at, { options }): Iterable<Report> {
    for (const table of feedbackTablesOf(at, options)) {
      const label = table.text('name');
      if (label.is !== 'known' || hasTime(table)) continue;
      yield { message: 'missing', data: { table: label.value }, span: label.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'prediction_id STRING, label BOOLEAN').replace(
          'TABLE labels',
          'TABLE «labels»',
        ),
      },
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'prediction_id STRING, seen AS PROCTIME()').replace(
          'TABLE labels',
          'TABLE «labels»',
        ),
      },
    ],
    good: [
      { path: 'labels.sql', text: kafkaTable('labels', 'prediction_id STRING, judged TIMESTAMP(3)') },
      { path: 'labels.sql', text: kafkaTable('labels', 'prediction_id STRING, judged TIMESTAMP_LTZ(3)') },
      { path: 'labels.sql', text: kafkaTable('labels', 'prediction_id STRING, event_time BIGINT') },
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'prediction_id STRING, ts AS TO_TIMESTAMP_LTZ(ms, 3), ms BIGINT'),
      },
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'prediction_id STRING').replace(';', ' LIKE predictions;'),
      },
      { path: 'clicks.sql', text: kafkaTable('clicks', 'id STRING') },
    ],
  },
});

function hasTime(table: NodeView): boolean {
  if (/\bLIKE\b/i.test(known(table.text('text')) ?? '')) return true;
  return (table.at('columns')?.items() ?? []).some((column) => {
    const type = known(column.text('type')) ?? '';
    const computed = known(column.text('constraints')) ?? '';
    const isNamedSo = /(?:time|_at|_ts|timestamp|^ts)$/i.test(columnName(column));
    return /^TIMESTAMP/i.test(type) || /TIMESTAMP/i.test(computed) || (isNamedSo && type !== '');
  });
}
