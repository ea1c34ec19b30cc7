import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { statementKind } from '../../../shapes/sql-words';
import { kafkaSink, kafkaSource } from '../documentation';
import { ingestion, sink } from '../example-text';
import { formatOf, isIngestion, isKafkaSink } from '../statements';

const upsert = 'FORMAT UPSERT ENCODE JSON';

export default defineRule({
  id: 'risingwave/require-primary-key',
  catalogue: ['rw-upsert-no-pk'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Upserts have no primary key.',
  why: 'An upsert replaces the row of the same key. RisingWave refuses a table of upserts without a key; a sink falls back to a key that it derives itself, and consumers join by another.',
  remedy:
    "For a table write `PRIMARY KEY (…)`, with `INCLUDE KEY AS …` where the key stands in the message's key; for a sink `primary_key = '…'`.",
  references: [kafkaSource, kafkaSink],
  messages: {
    table: 'A table of {format} data has no primary key.',
    sink: 'A sink of {format} data has no primary_key.',
  },
  fix: { none: 'Which columns are the key is not in the statement.' },
  looksAt: [{ view: 'risingwave/statement', path: [] }],
  *check(at): Iterable<Report> {
    const format = formatOf(at);
    const span = at.at('format')?.span;
    if (span === undefined || (format !== 'UPSERT' && format !== 'DEBEZIUM')) return;
    // Tables of older releases have it as an option, too.
    if (at.has('options', 'primary_key')) return;
    const data = { format };
    if (isKafkaSink(at)) yield { message: 'sink', data, span };
    const isTable = statementKind(at) === 'CREATE TABLE' && isIngestion(at);
    if (isTable && !at.has('primaryKey')) yield { message: 'table', data, span };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        message: 'table',
        text: ingestion('users', '', upsert.replace('UPSERT', '«UPSERT»')),
      },
      {
        path: 's.sql',
        message: 'table',
        text: ingestion('users', '', upsert.replace('UPSERT', '«debezium»')),
      },
      { path: 's.sql', message: 'sink', text: sink('', upsert.replace('UPSERT', '«UPSERT»')) },
    ],
    good: [
      { path: 's.sql', text: ingestion('users', '', upsert, 'id VARCHAR PRIMARY KEY, name VARCHAR') },
      { path: 's.sql', text: ingestion('users', '', upsert, '*, PRIMARY KEY (rw_key)') },
      { path: 's.sql', text: ingestion('users') },
      { path: 's.sql', text: ingestion('users', ", primary_key = 'id'", upsert) },
      { path: 's.sql', text: sink(", primary_key = 'id'", upsert) },
      { path: 's.sql', text: sink() },
      { path: 's.sql', text: sink('', upsert).replace("'kafka'", "'redis'") },
      { path: 's.sql', text: ingestion('users', '', upsert, 'id VARCHAR', 'SOURCE') },
    ],
  },
});
