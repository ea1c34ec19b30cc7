import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { kafkaConnector } from '../documentation';
import { kafkaTable } from '../example-text';
import { isNamedLike } from '../feedback-tables';
import { isKafkaTable, statementsOf, tableName } from '../sql-script';

const latest = ", 'scan.startup.mode' = «'latest-offset'»";

export default defineRule({
  id: 'flink/no-skipped-history',
  catalogue: ['flinksql-startup-latest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A table that models learn from starts at the end of its topic.',
  why: 'Everything written before the first start, and while the job had no state, is missing from features and labels; nobody notices, for the job runs.',
  remedy: "Set `'scan.startup.mode' = 'earliest-offset'`.",
  references: [kafkaConnector],
  options: {
    tables: {
      type: 'string[]',
      default: ['*feedback*', '*label*', '*prediction*', '*event*', '*feature*', '*training*'],
      description: 'Tables or topics that hold what models learn from; * stands for any characters.',
    },
  },
  messages: { latest: 'Table {table} skips what is in the topic already.' },
  fix: 'review',
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at, { options }): Iterable<Report> {
    for (const table of statementsOf(at, 'CREATE TABLE')) {
      const mode = table.text('options', 'scan.startup.mode');
      if (!isKafkaTable(table) || mode.is !== 'known' || mode.value.toLowerCase() !== 'latest-offset')
        continue;
      const name = tableName(table) ?? '';
      const names = [name, known(table.text('options', 'topic')) ?? ''];
      if (!names.some((each) => isNamedLike(each, options.list('tables')))) continue;
      const fix = table.fix(
        'review',
        'Start at the earliest offset',
        table.set(['options', 'scan.startup.mode'], 'earliest-offset'),
      );
      yield { message: 'latest', data: { table: name }, span: mode.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'labels.sql',
        text: kafkaTable('label_feed', 'id STRING', `${latest}, 'properties.group.id' = 'a'`),
        fixed: kafkaTable(
          'label_feed',
          'id STRING',
          ", 'scan.startup.mode' = 'earliest-offset', 'properties.group.id' = 'a'",
        ),
      },
      {
        path: 'labels.sql',
        text: kafkaTable('clicks', 'id STRING', latest).replace(
          "'topic' = 'clicks'",
          "'topic' = 'user-events'",
        ),
        fixed: kafkaTable('clicks', 'id STRING', ", 'scan.startup.mode' = 'earliest-offset'").replace(
          "'topic' = 'clicks'",
          "'topic' = 'user-events'",
        ),
      },
    ],
    good: [
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'id STRING', ", 'scan.startup.mode' = 'earliest-offset'"),
      },
      { path: 'labels.sql', text: kafkaTable('labels', 'id STRING', ", 'scan.startup.mode' = '${MODE}'") },
      {
        path: 'clicks.sql',
        text: kafkaTable('clicks', 'id STRING', ", 'scan.startup.mode' = 'latest-offset'"),
      },
      {
        path: 'labels.sql',
        text: kafkaTable('labels', 'id STRING', ", 'scan.startup.mode' = 'latest-offset'").replace(
          "'kafka'",
          "'pulsar'",
        ),
      },
    ],
  },
});
