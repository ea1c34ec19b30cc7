import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDebezium } from '../connectors';
import { debeziumSetting } from '../documentation';

const key = 'snapshot.mode';

export default defineRule({
  id: 'kafka-connect/no-missing-snapshot',
  catalogue: ['debezium-snapshot-never'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Rows that are in the database already never reach the topic.',
  why: 'A training set built from the topic holds only rows that changed since: all that is stable, often most of the data, is missing.',
  remedy: 'Set `snapshot.mode=initial`, the default.',
  references: [debeziumSetting(key)],
  messages: { missing: 'Rows that are there already are not captured ({value}).' },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const mode = at.text(key);
    if (mode.is !== 'known' || !isDebezium(at)) return;
    if (!['never', 'no_data', 'schema_only'].includes(mode.value.trim().toLowerCase())) return;
    const fix = at.fix('review', `Set ${key} to initial`, at.set([key], 'initial'));
    yield { message: 'missing', data: { value: mode.value }, span: mode.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\nsnapshot.mode=«no_data»\ntasks.max=1\n',
        fixed:
          'connector.class=io.debezium.connector.mysql.MySqlConnector\nsnapshot.mode=initial\ntasks.max=1\n',
      },
      {
        path: 'source.json',
        text: '{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "snapshot.mode": «"NEVER"», "tasks.max": 1}\n',
        fixed:
          '{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "snapshot.mode": "initial", "tasks.max": 1}\n',
      },
      {
        path: 'source.json',
        text: '{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "snapshot.mode": «"schema_only"»}\n',
        fixed:
          '{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "snapshot.mode": "initial"}\n',
      },
    ],
    good: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\nsnapshot.mode=initial\n',
      },
      { path: 'source.properties', text: 'connector.class=a.Source\nsnapshot.mode=never\n' },
    ],
  },
});
