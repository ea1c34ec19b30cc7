import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDebezium, isDebeziumPostgres } from '../connectors';
import { debeziumSetting } from '../documentation';

const choices = ['table.include.list', 'table.exclude.list', 'schema.include.list', 'schema.exclude.list'];

export default defineRule({
  id: 'kafka-connect/no-capture-of-all-tables',
  catalogue: ['debezium-all-tables'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A connector captures every table of the database.',
  why: 'Tables with personal data, sessions and secrets get topics of their own, and so does every table added later; each adds load to the database’s log.',
  remedy: 'Name the tables in `table.include.list`, and set `publication.autocreate.mode=filtered`.',
  references: [debeziumSetting('table.include.list'), debeziumSetting('publication.autocreate.mode')],
  messages: { all: 'Every table of the database is captured: table.include.list is not set.' },
  fix: { none: 'Which tables are needed is not in the file.' },
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const relational = /\.(?:postgresql|mysql|mariadb|sqlserver|oracle|db2)\./;
    if (!isDebezium(at) || choices.some((key) => at.get(key).is !== 'absent')) return;
    const name = at.text('connector.class');
    if (name.is === 'known' && !relational.test(name.value)) return;
    if (name.is !== 'known' && !isDebeziumPostgres(at)) return;
    // An own publication names its tables in the database.
    const mode = at.text('publication.autocreate.mode');
    if (mode.is === 'unknown' || (mode.is === 'known' && mode.value.trim() !== 'all_tables')) return;
    yield { message: 'all', span: name.is === 'known' ? name.span : at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'source.json',
        text: '{"connector.class": «"io.debezium.connector.postgresql.PostgresConnector"», "database.dbname": "shop"}\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=«io.debezium.connector.mysql.MySqlConnector»\ndatabase.server.id=1\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=«io.debezium.connector.postgresql.PostgresConnector»\npublication.autocreate.mode=all_tables\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  «config»: # all\n    slot.name: a\n',
      },
    ],
    good: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\ntable.exclude.list=a\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\nschema.include.list=a\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\npublication.autocreate.mode=${MODE}\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: io.debezium.connector.mongodb.MongoDbConnector\n  config:\n    topic.prefix: a\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\ntable.include.list=public.a\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\nschema.exclude.list=private\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\npublication.autocreate.mode=disabled\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mongodb.MongoDbConnector\ntopic.prefix=a\n',
      },
      { path: 'source.properties', text: 'connector.class=a.PostgresSource\ntopic=a\n' },
    ],
  },
});
