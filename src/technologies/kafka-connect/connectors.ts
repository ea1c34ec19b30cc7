import { known } from '../../core';
import type { NodeView, Value } from '../../core';

/** The connector's class, from the configuration or from the resource around it. */
export function connectorClass(at: NodeView): string | undefined {
  return known(at.text('connector.class')) ?? (at.outer && known(at.outer.text('spec', 'class')));
}

/** The connector's name, where the file tells it. */
export function connectorName(at: NodeView): string | undefined {
  const own = known(at.text('name'));
  if (own !== undefined) return own;
  return at.outer && (known(at.outer.text('metadata', 'name')) ?? known(at.outer.text('name')));
}

/** Whether the connector surely takes records out of Kafka. */
export function isSink(at: NodeView): boolean {
  const name = connectorClass(at)?.split('.').pop() ?? '';
  if (/source/i.test(name) || isDebezium(at)) return false;
  return /sink/i.test(name) || at.has('topics') || at.has('topics.regex');
}

/** Whether the connector is one of Debezium's, that read a database's log. */
export function isDebezium(at: NodeView): boolean {
  const name = connectorClass(at) ?? '';
  return name.startsWith('io.debezium.connector.') && !/jdbc|sink/i.test(name);
}

/** Whether the connector reads PostgreSQL's log through a replication slot. */
export function isDebeziumPostgres(at: NodeView): boolean {
  return connectorClass(at) === 'io.debezium.connector.postgresql.PostgresConnector';
}

/** Whether a text is there and not blank; undefined where nothing can be concluded. */
export function isSet(value: Value<string>): boolean | undefined {
  if (value.is === 'known') return value.value.trim() !== '';
  return value.is === 'absent' ? false : undefined;
}
