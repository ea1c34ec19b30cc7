import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { watermarks } from '../documentation';
import { ingestion } from '../example-text';

const events = (watermark: string): string =>
  ingestion(
    'events',
    '',
    'FORMAT PLAIN ENCODE JSON',
    `seen_at TIMESTAMPTZ, WATERMARK FOR seen_at AS ${watermark}`,
  );

export default defineRule({
  id: 'risingwave/require-watermark-delay',
  catalogue: ['rw-zero-delay-watermark'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A watermark allows no event to be late.',
  why: 'An event that arrives behind a later one is dropped without a word; from a topic with several partitions some always do, and features come out too small.',
  remedy: "Subtract how late events may be: `seen_at - INTERVAL '30 seconds'`.",
  references: [watermarks],
  messages: { none: 'Every event that arrives out of order by "{column}" is dropped.' },
  fix: 'review',
  looksAt: [{ view: 'risingwave/statement', path: ['watermark'] }],
  *check(at): Iterable<Report> {
    const column = known(at.text('column'));
    const expression = at.text('expression');
    if (column === undefined || expression.is !== 'known') return;
    if (expression.value.toLowerCase() !== column.toLowerCase()) return;
    const { end } = expression.span;
    const fix = at.fix('review', 'Wait for events that are 30 seconds late', [
      { span: { start: end, end }, text: " - INTERVAL '30 seconds'" },
    ]);
    yield { message: 'none', data: { column }, span: expression.span, fix };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: events('«seen_at»'),
        fixed: events("seen_at - INTERVAL '30 seconds'"),
      },
      {
        path: 's.sql',
        text: events('«SEEN_AT»'),
        fixed: events("SEEN_AT - INTERVAL '30 seconds'"),
      },
    ],
    good: [
      { path: 's.sql', text: events("seen_at - INTERVAL '5 seconds'") },
      { path: 's.sql', text: events('other_at') },
      { path: 's.sql', text: ingestion('events') },
    ],
  },
});
