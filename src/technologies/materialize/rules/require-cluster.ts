import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { statementsOfKind } from '../../../shapes/sql-words';
import { clusters } from '../documentation';
import { kafkaSource } from '../example-text';

const unplaced =
  "CREATE SINK «scores» FROM results INTO KAFKA CONNECTION kafka (TOPIC 'scores') FORMAT JSON;\n";

export default defineRule({
  id: 'materialize/require-cluster',
  catalogue: ['mz-no-cluster'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A source, sink or materialized view does not say in which cluster it runs.',
  why: 'It lands in the cluster of whoever runs the script: ingestion and serving then share memory, and one heavy view stops both.',
  remedy: 'Write `IN CLUSTER ingest`, or begin the script with `SET cluster = ingest`.',
  references: [clusters],
  messages: { missing: '"{name}" runs in whichever cluster is active.' },
  fix: { none: 'Which clusters exist is not in the statement.' },
  looksAt: [{ view: 'materialize/sql', path: [] }],
  *check(at): Iterable<Report> {
    if (statementsOfKind(at, 'SET').some((each) => each.has('options', 'cluster'))) return;
    for (const statement of statementsOfKind(
      at,
      'CREATE SOURCE',
      'CREATE SINK',
      'CREATE MATERIALIZED VIEW',
    )) {
      const name = statement.text('name');
      if (name.is !== 'known' || statement.has('cluster')) continue;
      yield { message: 'missing', data: { name: name.value }, span: name.span };
    }
  },
  examples: {
    bad: [
      { path: 's.sql', text: unplaced },
      { path: 's.sql', text: "CREATE SOURCE «e» FROM KAFKA CONNECTION kafka (TOPIC 'e') FORMAT JSON;\n" },
      { path: 's.sql', text: `${kafkaSource()}CREATE MATERIALIZED VIEW «v» AS SELECT 1 FROM events;\n` },
      { path: 's.sql', text: `SET database = features;\n${unplaced}` },
    ],
    good: [
      { path: 's.sql', text: kafkaSource() },
      { path: 's.sql', text: `SET cluster = serve;\n${unplaced.replace(/[«»]/g, '')}` },
      { path: 's.sql', text: `${kafkaSource()}CREATE VIEW v AS SELECT 1 FROM events;\n` },
    ],
  },
});
