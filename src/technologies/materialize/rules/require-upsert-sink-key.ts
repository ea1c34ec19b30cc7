import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { envelopeOf, hasKey, isKafkaSink } from '../connections';
import { kafkaSink as reference } from '../documentation';
import { kafkaSink } from '../example-text';

export default defineRule({
  id: 'materialize/require-upsert-sink-key',
  catalogue: ['mz-upsert-sink-no-key'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'An upsert sink has no key.',
  why: 'An upsert replaces the message of the same key; without `KEY` Materialize refuses the sink.',
  remedy: 'Write `KEY (…)` with the columns that tell one row from another, before `FORMAT`.',
  references: [reference],
  messages: { missing: 'Sink "{name}" has ENVELOPE UPSERT and no KEY.' },
  fix: { none: 'Which columns are the key is not in the statement.' },
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    const envelope = at.at('envelope');
    if (!envelope || !isKafkaSink(at) || envelopeOf(at) !== 'UPSERT' || hasKey(at)) return;
    yield { message: 'missing', data: { name: known(at.text('name')) ?? '' }, span: envelope.span };
  },
  examples: {
    bad: [
      { path: 's.sql', text: kafkaSink('FORMAT JSON ENVELOPE «UPSERT» WITH (SNAPSHOT = false)') },
      { path: 's.sql', text: kafkaSink('KEY FORMAT TEXT VALUE FORMAT JSON ENVELOPE «upsert»') },
    ],
    good: [
      { path: 's.sql', text: kafkaSink('KEY (id) FORMAT JSON ENVELOPE UPSERT') },
      { path: 's.sql', text: kafkaSink('FORMAT JSON ENVELOPE DEBEZIUM') },
      { path: 's.sql', text: kafkaSink('FORMAT JSON ENVELOPE UPSERT').replace('SINK', 'SOURCE') },
    ],
  },
});
