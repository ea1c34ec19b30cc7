import { known } from '../../core';
import type { Fact, NodeView } from '../../core';
import { option, queriesOf, reads, statementsOf, tableName, writtenTables } from './sql-script';

/** The topics that a script's Kafka tables stand for, and whether it reads or writes them. */
export function* scriptFacts(root: NodeView): Iterable<Fact> {
  const written = writtenTables(root);
  const queries = queriesOf(root);
  for (const table of statementsOf(root, 'CREATE TABLE')) {
    const name = tableName(table);
    const topic = table.text('options', 'topic');
    if (!/kafka$/.test(option(table, 'connector') ?? '') || topic.is !== 'known' || name === undefined)
      continue;
    const isRead = queries.some((query) => reads(query, name));
    const group = known(table.text('options', 'properties.group.id'));
    const by = group ?? name;
    if (written.has(name)) yield use(topic, 'write', by);
    if (isRead) yield use(topic, 'read', by);
  }
}

function use(topic: { value: string; span: Fact['span'] }, direction: string, by: string): Fact {
  return { type: 'topic-use', name: topic.value, attributes: { direction, by }, span: topic.span };
}
