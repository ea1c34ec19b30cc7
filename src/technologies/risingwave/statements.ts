import { known } from '../../core';
import type { NodeView } from '../../core';
import { bareSql, statementKind } from '../../shapes/sql-words';

/** Whether an option has this value, without regard to case. */
export function isOption(statement: NodeView, key: string, value: string): boolean {
  return known(statement.text('options', key))?.trim().toLowerCase() === value;
}

/** Whether the statement makes a source or table that is fed by a connector. */
export function isIngestion(statement: NodeView): boolean {
  const kind = statementKind(statement);
  return (kind === 'CREATE SOURCE' || kind === 'CREATE TABLE') && statement.has('options', 'connector');
}

/** Whether the statement makes a sink to Kafka. */
export function isKafkaSink(statement: NodeView): boolean {
  return statementKind(statement) === 'CREATE SINK' && isOption(statement, 'connector', 'kafka');
}

/** The format of the data in upper case: PLAIN, UPSERT, DEBEZIUM; undefined where none is told. */
export function formatOf(statement: NodeView): string | undefined {
  const format = statement.text('format');
  return format.is === 'known' ? format.value.trim().toUpperCase() : undefined;
}

/** The names that a statement goes by: its own and its topic's. */
export function namesOf(statement: NodeView): readonly (string | undefined)[] {
  return [known(statement.text('name')), known(statement.text('options', 'topic'))];
}

/** A window over a relation: `TUMBLE(events, event_time, INTERVAL '1 minute')`. */
export interface WindowUse {
  /** In lower case, without schema. */
  readonly relation: string;
  readonly emitsOnClose: boolean;
}

/** The windows that the query of a statement makes. */
export function windowsOf(statement: NodeView): readonly WindowUse[] {
  const body = statement.text('body');
  if (body.is !== 'known') return [];
  const query = bareSql(body.value);
  const emitsOnClose = /\bEMIT\s+ON\s+WINDOW\s+CLOSE\b/.test(query);
  return [...query.matchAll(/\b(?:TUMBLE|HOP)\s*\(\s*(?:\w+\.)*"?(\w+)"?\s*,/g)].map(([, name = '']) => ({
    relation: name.toLowerCase(),
    emitsOnClose,
  }));
}
