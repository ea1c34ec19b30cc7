import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kafkaConnector } from '../documentation';
import { kafkaTable } from '../example-text';
import { option, tableName } from '../sql-script';

const exactly = ", 'sink.delivery-guarantee' = «'exactly-once'»";

export default defineRule({
  id: 'flink/require-transactional-prefix',
  catalogue: ['flinksql-exactly-once-no-prefix'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'An exactly-once sink has no prefix for its transactions.',
  why: 'The connector refuses the table: it names Kafka transactions by the prefix, so that a restarted job can end those that it left open.',
  remedy: "Set `'sink.transactional-id-prefix'` to a text that no other job uses.",
  references: [kafkaConnector],
  messages: { missing: "Exactly-once delivery needs 'sink.transactional-id-prefix'." },
  fix: 'review',
  looksAt: [{ view: 'flink/sql-statement', path: [] }],
  *check(at): Iterable<Report> {
    const guarantee = at.text('options', 'sink.delivery-guarantee');
    if (guarantee.is !== 'known' || guarantee.value.toLowerCase() !== 'exactly-once') return;
    if (!/^(?:upsert-)?kafka$/.test(option(at, 'connector') ?? '')) return;
    if (at.get('options', 'sink.transactional-id-prefix').is !== 'absent') return;
    const prefix = `${tableName(at) ?? 'flink'}-`;
    const fix = at.fix(
      'review',
      `Use the prefix ${prefix}`,
      at.set(['options', 'sink.transactional-id-prefix'], prefix),
    );
    yield { message: 'missing', span: guarantee.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', exactly),
        fixed: kafkaTable(
          'scores',
          'id STRING',
          ", 'sink.delivery-guarantee' = 'exactly-once', 'sink.transactional-id-prefix' = 'scores-'",
        ),
      },
      {
        path: 'out.sql',
        text: `${kafkaTable('scores', 'id STRING', exactly)} -- once`,
        fixed: `${kafkaTable(
          'scores',
          'id STRING',
          ", 'sink.delivery-guarantee' = 'exactly-once', 'sink.transactional-id-prefix' = 'scores-'",
        )} -- once`,
      },
    ],
    good: [
      {
        path: 'out.sql',
        text: kafkaTable(
          'scores',
          'id STRING',
          ", 'sink.delivery-guarantee' = 'exactly-once', 'sink.transactional-id-prefix' = 'a'",
        ),
      },
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', ", 'sink.delivery-guarantee' = 'at-least-once'"),
      },
      {
        path: 'out.sql',
        text: kafkaTable('scores', 'id STRING', ", 'sink.delivery-guarantee' = 'exactly-once'").replace(
          "'kafka'",
          "'jdbc'",
        ),
      },
    ],
  },
});
