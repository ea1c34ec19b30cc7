import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { kafkaTable } from '../example-text';
import { connectorTables, queriesOf, reads, sessionSetting, setsAny, tableName } from '../sql-script';
import type { Query } from '../sql-script';

const table = kafkaTable(
  'clicks',
  "id STRING, tags ARRAY<STRING>, ts TIMESTAMP(3), seen AS PROCTIME(), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND",
);
const ttl = "SET 'table.exec.state.ttl' = '1 d';\n";

export default defineRule({
  id: 'flink/require-state-ttl',
  catalogue: ['flinksql-unbounded-state'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A streaming query keeps state for ever.',
  why: 'A join or an aggregation without a window remembers every key that it ever saw: checkpoints grow until they time out or the disk is full.',
  remedy:
    "Set a time to live that fits the data, `SET 'table.exec.state.ttl' = '1 d'`, or use a window or an interval join.",
  references: [
    {
      title: 'Flink SQL: idle state retention time',
      url: 'https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/dev/table/concepts/overview/#idle-state-retention-time',
    },
  ],
  messages: {
    group: 'This aggregation remembers every key for ever.',
    join: 'This join remembers all rows of both sides for ever.',
  },
  fix: { none: 'How long state is needed is known only to the author.' },
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at): Iterable<Report> {
    if (setsAny(at, ['table.exec.state.ttl'])) return;
    if (sessionSetting(at, 'execution.runtime-mode')?.toLowerCase() === 'batch') return;
    const streams = streamTables(at);
    for (const query of queriesOf(at)) {
      if (!streams.some((name) => reads(query, name)) || hasHint(at, query)) continue;
      const found = unboundedPart(query);
      if (found) yield found;
    }
  },
  examples: {
    bad: [
      {
        path: 'counts.sql',
        text: `${table}INSERT INTO counts SELECT id, COUNT(*) FROM clicks «GROUP BY» id; -- all\n`,
        message: 'group',
      },
      {
        path: 'joined.sql',
        text: `${table}CREATE VIEW joined AS SELECT * FROM clicks c LEFT «JOIN» users u ON c.id = u.id;\n`,
        message: 'join',
      },
    ],
    good: [
      {
        path: 'counts.sql',
        text: `${ttl}${table}INSERT INTO counts SELECT id, COUNT(*) FROM clicks GROUP BY id;\n`,
      },
      {
        path: 'counts.sql',
        text: `SET 'execution.runtime-mode' = 'batch';\n${table}INSERT INTO counts SELECT id, COUNT(*) FROM clicks GROUP BY id;\n`,
      },
      {
        path: 'counts.sql',
        text: `${table}SELECT window_start, COUNT(*) FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;\n`,
      },
      {
        path: 'counts.sql',
        text: `${table}SELECT TUMBLE_START(ts, INTERVAL '1' HOUR), COUNT(*) FROM clicks GROUP BY TUMBLE(ts, INTERVAL '1' HOUR);\n`,
      },
      {
        path: 'joined.sql',
        text: `${table}SELECT * FROM clicks c JOIN sights v ON c.id = v.id AND c.ts BETWEEN v.ts AND v.ts + INTERVAL '1' HOUR;\n`,
      },
      {
        path: 'joined.sql',
        text: `${table}SELECT * FROM clicks c JOIN users FOR SYSTEM_TIME AS OF c.seen AS u ON c.id = u.id;\n`,
      },
      { path: 'joined.sql', text: `${table}SELECT * FROM clicks c CROSS JOIN UNNEST(c.tags) AS t (tag);\n` },
      {
        path: 'joined.sql',
        text: `${table}SELECT /*+ STATE_TTL('c' = '1d') */ id FROM clicks c GROUP BY id;\n`,
      },
      {
        path: 'counts.sql',
        text: `${table}INSERT INTO counts SELECT id, COUNT(*) FROM other GROUP BY id;\n`,
      },
      {
        path: 'counts.sql',
        text: `${table.replace("'kafka'", "'filesystem', 'path' = '/data'")}INSERT INTO counts SELECT id, COUNT(*) FROM clicks GROUP BY id;\n`,
      },
    ],
  },
});

/** A hint stands in a comment, so it is looked for in the file itself. */
function hasHint({ document }: NodeView, { text, start }: Query): boolean {
  return /\/\*\+[^*]*STATE_TTL/i.test(document.text.slice(start, start + text.length));
}

/** Tables of connectors that never end. */
function streamTables(script: NodeView): readonly string[] {
  return connectorTables(script).flatMap((table) => {
    const connector = table.text('options', 'connector');
    const isStream =
      connector.is === 'known' && /^(?:(?:upsert-)?kafka|pulsar|kinesis|.*-cdc)$/.test(connector.value);
    return isStream ? (tableName(table) ?? []) : [];
  });
}

function unboundedPart({ text, start }: Query): Report | undefined {
  const group = /\bGROUP\s+BY\b/.exec(text);
  const isWindowed = /\b(?:TUMBLE|HOP|CUMULATE|SESSION)\s*\(|\bWINDOW_START\b/.test(text);
  if (group && !isWindowed) return { message: 'group', span: spanOf(group, start) };
  const join = /\bJOIN\b(?!\s+(?:UNNEST|LATERAL)\b)/.exec(text);
  const isBounded = /\bBETWEEN\b|\bINTERVAL\b|\bFOR\s+SYSTEM_TIME\b/.test(text) || isWindowed;
  return join && !isBounded ? { message: 'join', span: spanOf(join, start) } : undefined;
}

function spanOf({ index, 0: word }: RegExpExecArray, start: number): Span {
  return { start: start + index, end: start + index + word.length };
}
