import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { timeAttributes } from '../documentation';
import { kafkaTable } from '../example-text';
import { columnOf, connectorTables, queriesOf, tableName, windowsOf } from '../sql-script';

const counted = (column: string): string =>
  `SELECT window_start, COUNT(*) FROM TABLE(HOP(TABLE clicks, DESCRIPTOR(${column}), INTERVAL '5' MINUTE, INTERVAL '1' HOUR)) GROUP BY window_start, window_end;\n`;

export default defineRule({
  id: 'flink/no-processing-time',
  catalogue: ['flinksql-proctime-features'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A window is taken over the time at which records happen to be read.',
  why: 'The result depends on when the job runs: a replay for training, or a job that was down for an hour, gives other features than were served.',
  remedy: 'Use event time: a timestamp column with a watermark.',
  references: [timeAttributes],
  messages: { window: 'A window over {column} of {table} gives other results at every run.' },
  fix: { none: 'Which column holds the time of the event is known only to the author.' },
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at): Iterable<Report> {
    const windows = queriesOf(at).flatMap((query) => windowsOf(query));
    for (const table of connectorTables(at)) {
      const name = tableName(table);
      for (const window of windows.filter((each, index) => each.table === name && isFirst(windows, index))) {
        const computed = columnOf(table, window.column)?.text('constraints');
        if (computed?.is !== 'known' || !/\bPROCTIME\s*\(/i.test(computed.value)) continue;
        yield {
          message: 'window',
          data: { column: window.column, table: window.table },
          span: computed.span,
        };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'features.sql',
        text:
          kafkaTable('clicks', 'id STRING, seen «AS PROCTIME()», kind STRING') +
          counted('seen') +
          counted('seen'),
      },
    ],
    good: [
      {
        path: 'features.sql',
        text:
          kafkaTable(
            'clicks',
            "id STRING, ts TIMESTAMP(3), seen AS PROCTIME(), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND",
          ) + counted('ts'),
      },
      {
        path: 'features.sql',
        text: `${kafkaTable('clicks', 'id STRING, seen AS PROCTIME()')}SELECT * FROM clicks AS c JOIN users FOR SYSTEM_TIME AS OF c.seen AS u ON c.id = u.id;\n`,
      },
      { path: 'features.sql', text: kafkaTable('sights', 'id STRING, seen AS PROCTIME()') + counted('seen') },
    ],
  },
});

/** Whether no earlier window is over the same column: one finding for one column. */
function isFirst(windows: readonly { table: string; column: string }[], index: number): boolean {
  const own = windows[index];
  return windows.findIndex((each) => each.table === own?.table && each.column === own.column) === index;
}
