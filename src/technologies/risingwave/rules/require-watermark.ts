import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { objectName, statementsOfKind } from '../../../shapes/sql-words';
import { emitOnWindowClose, watermarks } from '../documentation';
import { ingestion } from '../example-text';
import { isIngestion, windowsOf } from '../statements';

const window = (close: string, relation = 'events'): string =>
  `CREATE MATERIALIZED VIEW clicks AS SELECT window_start, count(*) FROM TUMBLE(${relation}, seen_at, INTERVAL '1 minute') GROUP BY window_start${close};\n`;
const close = ' EMIT ON WINDOW CLOSE';
const marked = ingestion(
  'events',
  '',
  '',
  'id VARCHAR, seen_at TIMESTAMPTZ, WATERMARK FOR seen_at AS seen_at',
);

export default defineRule({
  id: 'risingwave/require-watermark',
  catalogue: ['rw-window-without-watermark', 'pipeline-no-event-time'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Windows over event time read a source without a watermark.',
  why: 'Without a watermark no window ever closes: `EMIT ON WINDOW CLOSE` is refused, and without it the state of every window is kept for ever.',
  remedy: "Declare it where the data comes in: `WATERMARK FOR seen_at AS seen_at - INTERVAL '30 seconds'`.",
  references: [emitOnWindowClose, watermarks],
  messages: {
    never: 'No window over "{name}" can close: it has no watermark, but a view emits on window close.',
    kept: 'Windows over "{name}" are kept for ever: it has no watermark.',
  },
  fix: { none: 'How late events may be is not in the file.' },
  looksAt: [{ view: 'risingwave/sql', path: [] }],
  *check(at): Iterable<Report> {
    const windows = statementsOfKind(at, 'CREATE MATERIALIZED VIEW', 'CREATE SINK').flatMap(windowsOf);
    for (const source of unmarked(at)) {
      const name = source.text('name');
      const own = windows.filter(({ relation }) => relation === objectName(source));
      if (name.is !== 'known' || own.length === 0) continue;
      const data = { name: name.value };
      if (own.some(({ emitsOnClose }) => emitsOnClose)) yield { message: 'never', data, span: name.span };
      else yield { message: 'kept', data, span: name.span, severity: 'info' };
    }
  },
  examples: {
    bad: [
      { path: 'v.sql', message: 'never', text: ingestion('«events»') + window(close) + window('') },
      { path: 'v.sql', message: 'kept', severity: 'info', text: ingestion('«events»') + window('') },
      {
        path: 'v.sql',
        message: 'never',
        text:
          ingestion('«events»') +
          window(close).replace('TUMBLE(', 'hop ( public.').replace('MATERIALIZED VIEW', 'SINK'),
      },
    ],
    good: [
      { path: 'v.sql', text: marked + window(close) },
      { path: 'v.sql', text: ingestion('events') + window(close, 'other_events') },
      { path: 'v.sql', text: ingestion('events') + window(close).replace('TUMBLE(events,', 'FLAT(events,') },
      { path: 'v.sql', text: ingestion('events') + window('').replace('MATERIALIZED VIEW', 'VIEW') },
      {
        path: 'v.sql',
        text: `${ingestion('clicks')}CREATE TABLE events (seen_at TIMESTAMPTZ);\n${window('')}`,
      },
    ],
  },
});

/** Sources and tables fed by a connector whose columns are told, without a watermark. */
function unmarked(script: NodeView): readonly NodeView[] {
  return statementsOfKind(script, 'CREATE SOURCE', 'CREATE TABLE').filter(
    (source) => isIngestion(source) && source.has('columns') && !source.has('watermark'),
  );
}
