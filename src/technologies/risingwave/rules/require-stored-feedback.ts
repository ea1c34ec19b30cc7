import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { feedbackNames, isNamedLike } from '../../../shapes/name-globs';
import { statementKind } from '../../../shapes/sql-words';
import { kafkaSource } from '../documentation';
import { ingestion } from '../example-text';
import { isOption, namesOf } from '../statements';

const source = (name: string, kind = 'SOURCE'): string =>
  ingestion(name, '', 'FORMAT PLAIN ENCODE JSON', 'prediction_id VARCHAR, label BOOLEAN', kind);

export default defineRule({
  id: 'risingwave/require-stored-feedback',
  catalogue: ['rw-source-for-replay'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Feedback is read through a source, which keeps nothing.',
  why: 'A source holds no rows: when the topic has dropped old messages, labels are gone and no model can be trained on them again.',
  remedy: 'Write `CREATE TABLE` with the same options: RisingWave then keeps the rows.',
  references: [kafkaSource],
  options: { names: feedbackNames },
  messages: { unstored: 'Source "{name}" keeps no rows: old feedback is gone when the topic drops it.' },
  fix: 'review',
  looksAt: [{ view: 'risingwave/statement', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const kind = at.at('kind');
    if (!kind || statementKind(at) !== 'CREATE SOURCE' || !isOption(at, 'connector', 'kafka')) return;
    if (!isNamedLike(namesOf(at), options.list('names'))) return;
    const { end } = kind.span;
    const span = { start: end - 'SOURCE'.length, end };
    const fix = at.fix('review', 'Keep the rows in a table', [{ span, text: 'TABLE' }]);
    yield { message: 'unstored', data: { name: known(at.text('name')) ?? '' }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 's.sql',
        text: source('labels').replace('SOURCE', '«SOURCE»'),
        fixed: source('labels', 'TABLE'),
      },
      {
        path: 's.sql',
        text: source('answers').replace("'answers'", "'feedback.v1'").replace('SOURCE', '«SOURCE»'),
        fixed: source('answers', 'TABLE').replace("'answers'", "'feedback.v1'"),
      },
    ],
    good: [
      { path: 's.sql', text: source('labels', 'TABLE') },
      { path: 's.sql', text: source('clicks') },
      { path: 's.sql', text: source('labels').replace("'kafka'", "'iceberg'") },
      { path: 's.sql', text: source('labels'), options: { names: ['*judgement*'] } },
    ],
  },
});
