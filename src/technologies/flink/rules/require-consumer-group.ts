import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kafkaConnector } from '../documentation';
import { bareKafkaTable as kafkaTable } from '../example-text';
import { connectorTables, isKafkaTable, option, queriesOf, reads, tableName } from '../sql-script';

const read = 'SELECT * FROM clicks;\n';
const head = kafkaTable('clicks', 'id STRING').replace('TABLE clicks', 'TABLE «clicks»');

export default defineRule({
  id: 'flink/require-consumer-group',
  catalogue: ['flinksql-group-offsets-no-group'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A table starts at the offsets of its consumer group, but has no group.',
  why: 'Reading from the offsets of a group is the default; without a group there are none, and Flink refuses the query.',
  remedy: "Set `'properties.group.id'`, or say where to start: `'scan.startup.mode' = 'earliest-offset'`.",
  references: [kafkaConnector],
  messages: { missing: 'Table {table} starts at the offsets of a group, and names none.' },
  fix: 'review',
  looksAt: [{ view: 'flink/sql', path: [] }],
  *check(at): Iterable<Report> {
    const queries = queriesOf(at);
    for (const table of connectorTables(at)) {
      const name = tableName(table);
      const label = table.at('name');
      if (!isKafkaTable(table) || name === undefined || !label) continue;
      if (!queries.some((query) => reads(query, name))) continue;
      const mode = option(table, 'scan.startup.mode');
      const isDefault = table.get('options', 'scan.startup.mode').is === 'absent';
      if (!isDefault && mode !== 'group-offsets') continue;
      if (table.get('options', 'properties.group.id').is !== 'absent') continue;
      const fix = table.fix(
        'review',
        `Read as group ${name}`,
        table.set(['options', 'properties.group.id'], name),
      );
      yield { message: 'missing', data: { table: name }, span: label.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'clicks.sql',
        text: head + read,
        fixed: kafkaTable('clicks', 'id STRING', ", 'properties.group.id' = 'clicks'") + read,
      },
      {
        path: 'clicks.sql',
        text:
          kafkaTable('clicks', 'id STRING', ", 'scan.startup.mode' = 'group-offsets'").replace(
            'TABLE clicks',
            'TABLE «clicks»',
          ) +
          'SELECT u.id, COUNT(*) FROM (VALUES (1)) AS u (id) JOIN clicks ON CAST(u.id AS STRING) = clicks.id GROUP BY u.id;\n',
        fixed:
          kafkaTable(
            'clicks',
            'id STRING',
            ", 'scan.startup.mode' = 'group-offsets', 'properties.group.id' = 'clicks'",
          ) +
          'SELECT u.id, COUNT(*) FROM (VALUES (1)) AS u (id) JOIN clicks ON CAST(u.id AS STRING) = clicks.id GROUP BY u.id;\n',
      },
    ],
    good: [
      { path: 'clicks.sql', text: kafkaTable('clicks', 'id STRING', ", 'properties.group.id' = 'a'") + read },
      {
        path: 'clicks.sql',
        text: kafkaTable('clicks', 'id STRING', ", 'scan.startup.mode' = 'earliest-offset'") + read,
      },
      {
        path: 'clicks.sql',
        text: kafkaTable('clicks', 'id STRING', ", 'scan.startup.mode' = '${MODE}'") + read,
      },
      { path: 'clicks.sql', text: kafkaTable('clicks', 'id STRING') + read.replace('clicks', 'clicks_raw') },
      {
        path: 'clicks.sql',
        text: `${kafkaTable('clicks', 'id STRING')}INSERT INTO clicks SELECT * FROM a;\n`,
      },
      {
        path: 'clicks.sql',
        text: kafkaTable('clicks', 'id STRING').replace("'kafka'", "'filesystem', 'path' = '/data'") + read,
      },
    ],
  },
});
