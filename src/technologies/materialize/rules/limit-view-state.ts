import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { bareSql, objectName, readsRelation, saysWords, statementsOfKind } from '../../../shapes/sql-words';
import { envelopeOf } from '../connections';
import { temporalFilters } from '../documentation';
import { kafkaSource } from '../example-text';

const view = (query: string): string => `CREATE MATERIALIZED VIEW «totals» IN CLUSTER c AS ${query};\n`;
const total = 'SELECT user_id, count(*) FROM events GROUP BY user_id';

export default defineRule({
  id: 'materialize/limit-view-state',
  catalogue: ['mz-unbounded-mv'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A materialized view keeps all that an endless source ever said.',
  why: 'Nothing leaves an append-only source: what the view has to remember grows with every event until its cluster runs out of memory.',
  remedy: "Bound it by time: `WHERE mz_now() <= event_time + INTERVAL '30 days'`.",
  references: [temporalFilters],
  messages: { endless: 'View "{name}" remembers all of "{source}" for ever.' },
  fix: { none: 'How long events matter is not in the file.' },
  looksAt: [{ view: 'materialize/sql', path: [] }],
  *check(at): Iterable<Report> {
    const sources = appendOnlySources(at);
    if (sources.length === 0) return;
    for (const statement of statementsOfKind(at, 'CREATE MATERIALIZED VIEW')) {
      const name = statement.text('name');
      const body = statement.text('body');
      if (
        name.is !== 'known' ||
        body.is !== 'known' ||
        saysWords(statement, /\bMZ_(?:NOW|LOGICAL_TIMESTAMP)\s*\(/)
      )
        continue;
      const query = bareSql(body.value);
      const source = sources.find((each) => readsRelation(query, each));
      if (source === undefined) continue;
      yield { message: 'endless', data: { name: name.value, source }, span: name.span };
    }
  },
  examples: {
    bad: [
      { path: 'v.sql', text: kafkaSource() + view(total) },
      { path: 'v.sql', text: kafkaSource(' ENVELOPE NONE') + view(`${total} /* mz_now() */`) },
    ],
    good: [
      {
        path: 'v.sql',
        text: kafkaSource() + unmarked(total.replace('GROUP', "WHERE mz_now() <= at + INTERVAL '1 d' GROUP")),
      },
      { path: 'v.sql', text: kafkaSource() + unmarked(`${total} HAVING mz_logical_timestamp() < 9`) },
      { path: 'v.sql', text: kafkaSource(' ENVELOPE UPSERT') + unmarked(total) },
      { path: 'v.sql', text: kafkaSource() + unmarked(total.replace('events', 'recent_events')) },
      { path: 'v.sql', text: kafkaSource() + unmarked(total).replace('MATERIALIZED ', '') },
      {
        path: 'v.sql',
        text: `CREATE SOURCE events IN CLUSTER c FROM POSTGRES CONNECTION pg (PUBLICATION 'p');\n${unmarked(total)}`,
      },
    ],
  },
});

/** Sources from Kafka whose messages are only ever added. */
function appendOnlySources(script: NodeView): readonly string[] {
  return statementsOfKind(script, 'CREATE SOURCE').flatMap((source) => {
    const fromKafka = /^KAFKA\b/i.test(known(source.text('from')) ?? '');
    const changes = source.has('envelope') && envelopeOf(source) !== 'NONE';
    return fromKafka && !changes ? (objectName(source) ?? []) : [];
  });
}

function unmarked(query: string): string {
  return view(query).replace(/[«»]/g, '');
}
