import { findEntry, known, resolve } from '../../core';
import type { DocumentModel, MapNode, NodeView } from '../../core';

/** The statements of these kinds in a script. */
export function statementsOf(script: NodeView, ...kinds: readonly string[]): readonly NodeView[] {
  const all = script.at('statements')?.items() ?? [];
  return all.filter((statement) => kinds.includes(known(statement.text('kind')) ?? ''));
}

/** The name of a table without catalog, database and quotes, in lower case; undefined where it is not told. */
export function tableName(statement: NodeView): string | undefined {
  const name = known(statement.text('name'));
  return name?.split('.').pop()?.replace(/[`"]/g, '').toLowerCase();
}

/** An option of a table in lower case, when it is known. */
export function option(statement: NodeView, key: string): string | undefined {
  return known(statement.text('options', key))?.trim().toLowerCase();
}

/** Whether the table reads or writes Kafka as a log, not as a changelog with keys. */
export function isKafkaTable(statement: NodeView): boolean {
  return option(statement, 'connector') === 'kafka';
}

/** What a `SET` of the script says, when it is known; the last one holds. */
export function sessionSetting(script: NodeView, key: string): string | undefined {
  let found: string | undefined;
  for (const statement of statementsOf(script, 'SET')) {
    const value = statement.text('options', key);
    if (value.is === 'known') found = value.value;
  }
  return found;
}

/** Whether the script has anything to say of a setting, placeholders included. */
export function setsAny(script: NodeView, keys: readonly string[]): boolean {
  return statementsOf(script, 'SET').some((statement) => keys.some((key) => statement.has('options', key)));
}

/** A query of the script; `text` is as long as what stands in the file, upper case, without comments and literals. */
export interface Query {
  readonly statement: NodeView;
  readonly text: string;
  /** Where the text begins in the file. */
  readonly start: number;
}

/** All queries of the script: of views, of inserts, and alone. */
export function queriesOf(script: NodeView): readonly Query[] {
  const all = script.at('statements')?.items() ?? [];
  return all.flatMap((statement) => {
    const body = statement.text('body');
    if (body.is !== 'known') return [];
    const written = script.document.text.slice(body.span.start, body.span.end);
    return [{ statement, text: bare(written), start: body.span.start }];
  });
}

/** The text with comments and literals blanked, in upper case and of the same length. */
export function bare(text: string): string {
  return text
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (match) => match.replace(/[^\n]/g, ' '))
    .toUpperCase();
}

/** A window over a table: `TUMBLE(TABLE t, DESCRIPTOR(ts), …)`; names in lower case. */
export interface WindowUse {
  readonly table: string;
  readonly column: string;
}

/** The windows over tables that a query makes. */
export function windowsOf({ text }: Query): readonly WindowUse[] {
  const pattern =
    /\b(?:TUMBLE|HOP|CUMULATE|SESSION)\s*\(\s*(?:DATA\s*=>\s*)?TABLE\s+([\w.`]+)[\s,][^()]*DESCRIPTOR\s*\(\s*`?(\w+)`?\s*\)/g;
  return [...text.matchAll(pattern)].map(([, table = '', column = '']) => ({
    table: (table.split('.').pop() ?? '').replace(/`/g, '').toLowerCase(),
    column: column.toLowerCase(),
  }));
}

/** The column of a table by that name, in lower case. */
export function columnOf(table: NodeView, name: string): NodeView | undefined {
  return table
    .at('columns')
    ?.items()
    .find((column) => columnName(column) === name);
}

/** The name of a column in lower case, without quotes. */
export function columnName(column: NodeView): string {
  return (known(column.text('name')) ?? '').replace(/[`"]/g, '').toLowerCase();
}

/** Tables declared in the script with columns and a connector. */
export function connectorTables(script: NodeView): readonly NodeView[] {
  return statementsOf(script, 'CREATE TABLE').filter(
    (table) => table.has('columns') && table.has('options', 'connector'),
  );
}

/** Tables that the script writes to, in lower case. */
export function writtenTables(script: NodeView): ReadonlySet<string> {
  return new Set(statementsOf(script, 'INSERT').flatMap((insert) => tableName(insert) ?? []));
}

/** Whether the query reads the table of that name. */
export function reads({ text }: Query, table: string): boolean {
  const name = table.toUpperCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\bFROM|\\bJOIN|\\bTABLE|,)\\s+(?:[\\w\`]+\\.)*\`?${name}\`?(?![\\w.])`).test(text);
}

/** Whether a SQL file is Flink's: quoted option names with a connector, or a quoted `SET` of one of Flink's settings. */
export function isFlinkScript(document: DocumentModel): boolean {
  const root = resolve(document.root);
  const statements = root?.type === 'map' ? resolve(findEntry(root, 'statements')?.entry.value) : undefined;
  if (statements?.type !== 'list') return false;
  return statements.items.some((item) => {
    const statement = resolve(item);
    return statement?.type === 'map' && isFlinkStatement(document, statement);
  });
}

const flinkSettings = /^(?:execution|table|pipeline|sql-client|state|parallelism|restart-strategy)[.-]/;

function isFlinkStatement({ text }: DocumentModel, statement: MapNode): boolean {
  const options = resolve(findEntry(statement, 'options')?.entry.value);
  if (options?.type !== 'map') return false;
  return options.entries.some(
    ({ key, keySpan }) => text[keySpan.start] === "'" && (key === 'connector' || flinkSettings.test(key)),
  );
}
