import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { placeOfWords } from '../../../shapes/sql-words';
import { envelopeOf, isKafkaSink } from '../connections';
import { kafkaSink as reference } from '../documentation';
import { kafkaSink } from '../example-text';

export default defineRule({
  id: 'materialize/no-unenforced-key',
  catalogue: ['mz-upsert-sink-not-enforced'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An upsert sink is told not to check that its key is unique.',
  why: 'Two rows with one key overwrite each other in the topic: consumers see one of them, and compaction deletes the other for ever.',
  remedy:
    'Sink a view whose rows are unique by the key, such as `SELECT DISTINCT ON (id) …`, and delete `NOT ENFORCED`.',
  references: [reference],
  messages: { unenforced: 'Nothing checks that the key of this sink is unique.' },
  fix: { none: 'Materialize refuses the key where it cannot prove it: the view has to change.' },
  looksAt: [{ view: 'materialize/statement', path: [] }],
  *check(at): Iterable<Report> {
    if (!isKafkaSink(at) || envelopeOf(at) !== 'UPSERT') return;
    const span = placeOfWords(at, /(?<=\bKEY\s*\([^()]*\)\s*)NOT\s+ENFORCED\b/);
    if (span) yield { message: 'unenforced', span };
  },
  examples: {
    bad: [{ path: 's.sql', text: kafkaSink('KEY (id) «NOT ENFORCED» FORMAT JSON ENVELOPE UPSERT') }],
    good: [
      { path: 's.sql', text: kafkaSink('KEY (id) FORMAT JSON ENVELOPE UPSERT') },
      { path: 's.sql', text: kafkaSink('KEY (id) NOT ENFORCED FORMAT JSON ENVELOPE DEBEZIUM') },
      {
        path: 's.sql',
        text: kafkaSink('KEY (id) NOT ENFORCED FORMAT JSON ENVELOPE UPSERT').replace('SINK', 'SOURCE'),
      },
    ],
  },
});
