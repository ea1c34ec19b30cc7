import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { timeAttributes } from '../documentation';
import { kafkaTable } from '../example-text';
import { columnOf, connectorTables, queriesOf, tableName, windowsOf } from '../sql-script';

const columns = 'id STRING, ts TIMESTAMP(3)';
const watermark = ", WATERMARK FOR ts AS ts - INTERVAL '30' SECOND";
const counted = (column: string, table = 'clicks'): string =>
  `SELECT window_start, COUNT(*) FROM TABLE(TUMBLE(TABLE ${table}, DESCRIPTOR(${column}), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;\n`;

export default defineRule({
  id: 'flink/require-watermark',
  catalogue: ['flinksql-no-watermark', 'pipeline-no-event-time'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A window is taken over a column that has no watermark.',
  why: 'Flink refuses the query: without a watermark the column is an ordinary timestamp, and nobody can say when a window is complete.',
  remedy: "Declare it in the table: `WATERMARK FOR ts AS ts - INTERVAL '30' SECOND`.",
  references: [timeAttributes],
  messages: {
    missing: 'Table {table} has no watermark for {column}, over which a window is taken.',
  },
  fix: 'review',
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at): Iterable<Report> {
    const windows = queriesOf(at).flatMap((query) => windowsOf(query));
    for (const table of connectorTables(at)) {
      const name = tableName(table);
      const window = windows.find((each) => each.table === name);
      const column = window && columnOf(table, window.column);
      const label = table.at('name');
      if (!window || !column || !label || hasTime(table, window.column, column)) continue;
      const data = { table: name ?? '', column: window.column };
      yield { message: 'missing', data, span: label.span, fix: fixOf(at, column) };
    }
  },
  examples: {
    bad: [
      {
        path: 'features.sql',
        text: kafkaTable('clicks', columns).replace('TABLE clicks', 'TABLE «clicks»') + counted('ts'),
        fixed: kafkaTable('clicks', columns + watermark) + counted('ts'),
      },
      {
        path: 'features.sql',
        text:
          kafkaTable('default_database.clicks', `${columns}, kind STRING`).replace(
            'default_database.clicks',
            '«default_database.clicks»',
          ) + counted('`ts`', 'default_database.`clicks`'),
        fixed:
          kafkaTable('default_database.clicks', `${columns}${watermark}, kind STRING`) +
          counted('`ts`', 'default_database.`clicks`'),
      },
      {
        path: 'features.sql',
        text:
          kafkaTable('clicks', 'id STRING, at_ms BIGINT').replace('TABLE clicks', 'TABLE «clicks»') +
          counted('at_ms'),
      },
    ],
    good: [
      { path: 'features.sql', text: kafkaTable('clicks', columns + watermark) + counted('ts') },
      {
        path: 'features.sql',
        text: kafkaTable('clicks', 'id STRING, ts AS PROCTIME()') + counted('ts'),
      },
      { path: 'features.sql', text: `${kafkaTable('clicks', columns)}SELECT * FROM clicks;\n` },
      { path: 'features.sql', text: kafkaTable('clicks', columns) + counted('ts', 'sights') },
      { path: 'features.sql', text: kafkaTable('clicks', columns) + counted('other') },
      { path: 'features.sql', text: `${kafkaTable('clicks', columns)}-- ${counted('ts')}SELECT 1;\n` },
    ],
  },
});

/** Whether the column is a time attribute: it has the watermark, or is processing time. */
function hasTime(table: NodeView, name: string, column: NodeView): boolean {
  const marked = known(table.text('watermark', 'column'));
  if (marked?.replace(/[`"]/g, '').toLowerCase() === name) return true;
  const constraints = column.text('constraints');
  return constraints.is === 'known' && /\bPROCTIME\s*\(/i.test(constraints.value);
}

/** Only a timestamp of at most milliseconds can carry a watermark. */
function fixOf(at: NodeView, column: NodeView): Report['fix'] {
  const type = known(column.text('type'));
  const name = column.at('name');
  if (type === undefined || !name || !/^TIMESTAMP(?:_LTZ)?\s*\(\s*[0-3]\s*\)$/i.test(type)) return undefined;
  const written = at.document.text.slice(name.span.start, name.span.end);
  const text = `, WATERMARK FOR ${written} AS ${written} - INTERVAL '30' SECOND`;
  return at.fix('review', 'Declare a watermark of 30 seconds', [
    { span: { start: column.span.end, end: column.span.end }, text },
  ]);
}
