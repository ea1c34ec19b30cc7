import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDebeziumPostgres } from '../connectors';
import { debeziumSetting } from '../documentation';

const key = 'heartbeat.interval.ms';

export default defineRule({
  id: 'kafka-connect/require-debezium-heartbeat',
  catalogue: ['debezium-no-heartbeat'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The database keeps its log for a connector that has nothing to confirm.',
  why: 'When the captured tables are quiet and others are busy, the connector confirms no position, PostgreSQL keeps all of its log, and the disk of the production database fills up.',
  remedy: 'Set `heartbeat.interval.ms`, such as 10000.',
  references: [
    debeziumSetting(key),
    {
      title: 'Debezium: WAL disk space consumption',
      url: 'https://debezium.io/documentation/reference/stable/connectors/postgresql.html#postgresql-wal-disk-space',
    },
  ],
  messages: {
    off: 'The database’s log may fill its disk: heartbeats are off.',
    unset: 'The database’s log may fill its disk: heartbeats are off unless heartbeat.interval.ms is set.',
  },
  fix: 'review',
  looksAt: [{ view: 'kafka-connect/connector-config', path: [] }],
  *check(at): Iterable<Report> {
    if (!isDebeziumPostgres(at)) return;
    const interval = at.number(key);
    const fix = at.fix('review', `Set ${key} to 10000`, at.set([key], 10_000));
    if (interval.is === 'known' && interval.value === 0) yield { message: 'off', span: interval.span, fix };
    if (interval.is !== 'absent') return;
    yield { message: 'unset', span: at.at('connector.class')?.span ?? interval.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'source.properties',
        text: 'name=s\nconnector.class=«io.debezium.connector.postgresql.PostgresConnector»\ntable.include.list=public.a\n',
        message: 'unset',
        fixed:
          'name=s\nconnector.class=io.debezium.connector.postgresql.PostgresConnector\ntable.include.list=public.a\nheartbeat.interval.ms=10000\n',
      },
      {
        path: 'source.json',
        text: '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "heartbeat.interval.ms": «0», "tasks.max": 1}\n',
        message: 'off',
        fixed:
          '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "heartbeat.interval.ms": 10000, "tasks.max": 1}\n',
      },
      {
        path: 'connector.yaml',
        text: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  «config»: # small\n    slot.name: a\n',
        message: 'unset',
        fixed:
          'apiVersion: kafka.strimzi.io/v1\nkind: KafkaConnector\nspec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  config: # small\n    slot.name: a\n    heartbeat.interval.ms: 10000\n',
      },
    ],
    good: [
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\nheartbeat.interval.ms=1\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.postgresql.PostgresConnector\nheartbeat.interval.ms=${BEAT}\n',
      },
      {
        path: 'source.properties',
        text: 'connector.class=io.debezium.connector.mysql.MySqlConnector\nserver.id=1\n',
      },
    ],
  },
});
