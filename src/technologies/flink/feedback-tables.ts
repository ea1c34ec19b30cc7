import { known } from '../../core';
import type { NodeView, OptionSpec, RuleOptions } from '../../core';
import { columnName, connectorTables, tableName } from './sql-script';

/** Names of tables that hold predictions and what became of them; an option of every rule that goes by names. */
export const feedbackTables: Readonly<Record<'tables', OptionSpec>> = {
  tables: {
    type: 'string[]',
    default: ['*feedback*', '*label*', '*prediction*'],
    description: 'Tables that hold predictions or labels for them; * stands for any characters.',
  },
};

/** The tables of the script whose names the option lists. */
export function feedbackTablesOf(script: NodeView, options: RuleOptions): readonly NodeView[] {
  const patterns = options.list('tables').map(globPattern);
  return connectorTables(script).filter((table) => {
    const name = tableName(table);
    return name !== undefined && patterns.some((pattern) => pattern.test(name));
  });
}

/** Whether one of the table's columns has a name like that; true where columns come from elsewhere (LIKE). */
export function hasColumn(table: NodeView, pattern: RegExp): boolean {
  if (/\bLIKE\b/i.test(known(table.text('text')) ?? '')) return true;
  return (table.at('columns')?.items() ?? []).some((column) => pattern.test(columnName(column)));
}

/** Whether a name is like one of these, `*` standing for any characters. */
export function isNamedLike(name: string, globs: readonly string[]): boolean {
  return globs.map(globPattern).some((pattern) => pattern.test(name));
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}$`, 'i');
}
