import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { kafkaTable } from '../example-text';

export default defineRule({
  id: 'flink/no-ignored-parse-errors',
  catalogue: ['flinksql-json-ignore-errors'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Records that cannot be read are dropped without a trace.',
  why: 'A producer that changes a field makes its records, or the field alone, vanish from features and labels; there is no error, no counter and no dead-letter topic.',
  remedy:
    'Leave the option at `false`; where bad records must not stop the job, read the value as raw and route what does not parse to a dead-letter table.',
  references: [
    {
      title: 'Flink SQL: JSON format, json.ignore-parse-errors',
      url: 'https://nightlies.apache.org/flink/flink-docs-release-2.2/docs/connectors/table/formats/json/#json-ignore-parse-errors',
    },
  ],
  messages: { ignored: '{key} drops records that cannot be read.' },
  fix: 'review',
  looksAt: [{ view: 'flink/sql-statement', path: ['options', '*'] }],
  *check(at): Iterable<Report> {
    if (!/(?:^|\.)ignore-parse-errors$/.test(at.key)) return;
    const value = at.boolean();
    if (value.is !== 'known' || !value.value) return;
    const fix = at.fix('review', `Set ${at.key} to false`, at.set([], 'false'));
    yield { message: 'ignored', data: { key: at.key }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'in.sql',
        text: kafkaTable(
          'events',
          'id STRING',
          ", 'json.ignore-parse-errors' = «'true'», 'scan.parallelism' = '2'",
        ),
        fixed: kafkaTable(
          'events',
          'id STRING',
          ", 'json.ignore-parse-errors' = 'false', 'scan.parallelism' = '2'",
        ),
      },
      {
        path: 'in.sql',
        text: kafkaTable('events', 'id STRING', ", 'value.csv.ignore-parse-errors' = «'TRUE'»"),
        fixed: kafkaTable('events', 'id STRING', ", 'value.csv.ignore-parse-errors' = 'false'"),
      },
    ],
    good: [
      { path: 'in.sql', text: kafkaTable('events', 'id STRING', ", 'json.ignore-parse-errors' = 'false'") },
      {
        path: 'in.sql',
        text: kafkaTable('events', 'id STRING', ", 'json.ignore-parse-errors' = '${IGNORE}'"),
      },
      { path: 'in.sql', text: kafkaTable('events', 'id STRING', ", 'json.fail-on-missing-field' = 'true'") },
    ],
  },
});
