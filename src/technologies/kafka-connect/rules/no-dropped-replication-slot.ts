import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDebeziumPostgres } from '../connectors';
import { debeziumSetting } from '../documentation';

const key = 'slot.drop.on.stop';

export default defineRule({
  id: 'kafka-connect/no-dropped-replication-slot',
  catalogue: ['debezium-slot-drop-on-stop'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The position in the database’s log is thrown away whenever the connector stops.',
  why: 'The slot remembers how far the log was read. Without it every change made during a restart is lost, and nothing shows that it was there.',
  remedy:
    'Leave `slot.drop.on.stop` at its default, `false`; Debezium’s documentation allows `true` for tests only.',
  references: [debeziumSetting(key)],
  messages: { dropped: 'Changes made while the connector is down are lost.' },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    const drops = at.boolean(key);
    if (drops.is !== 'known' || !drops.value || !isDebeziumPostgres(at)) return;
    yield {
      message: 'dropped',
      span: drops.span,
      fix: at.fix('review', `Set ${key} to false`, at.set([key], false)),
    };
  },
  examples: {
    bad: [
      {
        path: 'source.json',
        text: '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "slot.drop.on.stop": «"true"», "tasks.max": 1}\n',
        fixed:
          '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "slot.drop.on.stop": false, "tasks.max": 1}\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  config:\n    slot.drop.on.stop: «true» # clean up\n',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  config:\n    slot.drop.on.stop: false # clean up\n',
      },
    ],
    good: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\nslot.drop.on.stop=false\n',
      },
      { path: 'source.properties', text: 'connector.class=a.Source\nslot.drop.on.stop=true\n' },
    ],
  },
});
