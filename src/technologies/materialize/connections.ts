import { known } from '../../core';
import type { NodeView } from '../../core';
import { saysWords, statementKind } from '../../shapes/sql-words';

/** Whether the statement makes a connection to one of these. */
export function connectsTo(statement: NodeView, ...types: readonly string[]): boolean {
  if (statementKind(statement) !== 'CREATE CONNECTION') return false;
  return types.includes((known(statement.text('type')) ?? '').toUpperCase());
}

/** Whether a tunnel or a private link carries the connection, so that it never crosses an open network. */
export function isTunnelled(statement: NodeView): boolean {
  return saysWords(statement, /\b(?:SSH TUNNEL|AWS PRIVATELINK)\b/);
}

/** Whether the statement makes a sink to Kafka. */
export function isKafkaSink(statement: NodeView): boolean {
  return (
    statementKind(statement) === 'CREATE SINK' &&
    /^KAFKA CONNECTION\b/i.test(known(statement.text('into')) ?? '')
  );
}

/** The envelope in upper case: UPSERT, DEBEZIUM, NONE; undefined where none is told. */
export function envelopeOf(statement: NodeView): string | undefined {
  const written = statement.text('envelope');
  return written.is === 'known' ? written.value.trim().toUpperCase() : undefined;
}

/** Whether the sink has a key for its messages. */
export function hasKey(sink: NodeView): boolean {
  return saysWords(sink, /\bKEY\s*\(/);
}
