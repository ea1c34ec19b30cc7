import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { isNamedLike } from '../../../shapes/name-globs';
import { kafkaSource } from '../documentation';
import { ingestion } from '../example-text';
import { isIngestion, namesOf } from '../statements';

export default defineRule({
  id: 'risingwave/require-schema-registry',
  catalogue: ['rw-json-no-schema-registry'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Features or labels come as JSON without a schema that writer and reader share.',
  why: 'A field that the writer renames becomes NULL here; no error says so, and the model trains on it.',
  remedy: "Write `ENCODE AVRO (schema.registry = '…')`, or JSON with a schema registry.",
  references: [kafkaSource],
  options: {
    names: {
      type: 'string[]',
      default: ['*feature*', '*feedback*', '*label*', '*prediction*'],
      description:
        'Names of tables, sources or topics that hold features or labels; * stands for any characters.',
    },
  },
  messages: { loose: '"{name}" reads JSON without a schema registry.' },
  fix: { none: 'The writer has to write another encoding.' },
  looksAt: [{ view: 'risingwave/statement', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const encode = at.text('encode');
    if (encode.is !== 'known' || encode.value.toUpperCase() !== 'JSON' || !isIngestion(at)) return;
    if (at.has('options', 'schema.registry') || at.has('options', 'schema.location')) return;
    if (!isNamedLike(namesOf(at), options.list('names'))) return;
    yield { message: 'loose', data: { name: known(at.text('name')) ?? '' }, span: encode.span };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: ingestion('labels', '', "FORMAT PLAIN ENCODE «JSON» (timestamp.handling.mode = 'milli')"),
      },
      { path: 's.sql', text: ingestion('features', '', 'FORMAT PLAIN ENCODE «json»') },
    ],
    good: [
      {
        path: 's.sql',
        text: ingestion('labels', '', "FORMAT PLAIN ENCODE JSON (schema.registry = 'http://r')"),
      },
      {
        path: 's.sql',
        text: ingestion('labels', '', "FORMAT PLAIN ENCODE JSON (schema.location = 's3://b/s.json')"),
      },
      { path: 's.sql', text: ingestion('labels', '', "FORMAT PLAIN ENCODE AVRO (message = 'a')") },
      { path: 's.sql', text: ingestion('clicks') },
      { path: 's.sql', text: ingestion('labels').replace('TABLE', 'SINK') },
    ],
  },
});
