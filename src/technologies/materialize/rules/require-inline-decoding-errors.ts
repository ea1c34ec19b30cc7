import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { statementKind } from '../../../shapes/sql-words';
import { envelopeOf } from '../connections';
import { kafkaSource as reference } from '../documentation';
import { kafkaSource } from '../example-text';

export default defineRule({
  id: 'materialize/require-inline-decoding-errors',
  catalogue: ['mz-upsert-no-error-inline'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'One value that cannot be decoded stops all that reads this upsert source.',
  why: 'A value that does not decode makes the whole source answer with an error until a good value with the same key arrives.',
  remedy:
    'Write `ENVELOPE UPSERT (VALUE DECODING ERRORS = INLINE)` and handle the rows that have an `error`.',
  references: [reference],
  messages: { missing: 'A value that cannot be decoded makes every query of this source fail.' },
  fix: 'review',
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    const envelope = at.at('envelope');
    if (!envelope || envelopeOf(at) !== 'UPSERT' || statementKind(at) === 'CREATE SINK') return;
    if (at.has('options', 'VALUE DECODING ERRORS')) return;
    const { end } = envelope.span;
    const edits = [{ span: { start: end, end }, text: ' (VALUE DECODING ERRORS = INLINE)' }];
    const fix = at.fix('review', 'Put decoding errors into a column', edits);
    yield { message: 'missing', span: envelope.span, fix };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: kafkaSource(" ENVELOPE «UPSERT» WITH (RETAIN HISTORY = FOR '1 d')"),
        fixed: kafkaSource(
          " ENVELOPE UPSERT (VALUE DECODING ERRORS = INLINE) WITH (RETAIN HISTORY = FOR '1 d')",
        ),
      },
    ],
    good: [
      { path: 's.sql', text: kafkaSource(' ENVELOPE UPSERT (VALUE DECODING ERRORS = INLINE)') },
      { path: 's.sql', text: kafkaSource(' ENVELOPE UPSERT (VALUE DECODING ERRORS = (INLINE AS error))') },
      { path: 's.sql', text: kafkaSource(' ENVELOPE NONE') },
      { path: 's.sql', text: kafkaSource() },
      {
        path: 's.sql',
        text: "CREATE SINK s FROM v INTO KAFKA CONNECTION kafka (TOPIC 't') KEY (id) FORMAT JSON ENVELOPE UPSERT;\n",
      },
    ],
  },
});
