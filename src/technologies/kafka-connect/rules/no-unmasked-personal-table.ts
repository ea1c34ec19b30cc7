import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDebezium } from '../connectors';
import { debeziumSetting } from '../documentation';

const masks = /^column\.(?:exclude\.list|include\.list|mask\.(?:hash|with)|truncate\.to)/;

export default defineRule({
  id: 'kafka-connect/no-unmasked-personal-table',
  catalogue: ['debezium-pii-column-unmasked'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A table of people is captured with all its columns.',
  why: 'Names, mail addresses and birthdays go into topics, tables and training sets, where no request for deletion reaches them.',
  remedy:
    'Leave columns out with `column.exclude.list`, or mask them with `column.mask.hash.…` or `column.mask.with.…`.',
  references: [debeziumSetting('column.exclude.list'), debeziumSetting('column.mask.hash')],
  options: {
    tables: {
      type: 'string[]',
      default: ['user', 'customer', 'patient', 'person', 'employee'],
      description: 'Parts of table names that tell of people.',
    },
  },
  messages: { personal: 'Table {table} is captured with all its columns, those of persons among them.' },
  fix: { none: 'Which columns are personal is not in the file.' },
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at, { options }): Iterable<Report> {
    const tables = at.text('table.include.list');
    if (tables.is !== 'known' || !isDebezium(at)) return;
    if (at.entries().some((entry) => masks.test(entry.key))) return;
    const personal = tables.value
      .split(',')
      .map((table) => table.trim())
      .find((table) => {
        const name = table.split('.').pop()?.toLowerCase() ?? '';
        return options.list('tables').some((part) => name.startsWith(part.toLowerCase()));
      });
    if (personal !== undefined) yield { message: 'personal', data: { table: personal }, span: tables.span };
  },
  examples: {
    bad: [
      {
        path: 'source.json',
        text: '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "table.include.list": «"public.orders, public.Customers"», "tasks.max": 1}\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\ntable.include.list=«shop.member»\n',
        options: { tables: ['member'] },
      },
    ],
    good: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\ntable.include.list=shop.orders,users.rates\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\ntable.include.list=shop.users\ncolumn.mask.hash.SHA-256.with.salt.x=shop.users.mail\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\ntable.include.list=shop.users\ncolumn.exclude.list=shop.users.mail\n',
      },
      { path: 'source.properties', text: 'connector.class=a.Source\ntable.include.list=shop.users\n' },
    ],
  },
});
