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

/** Texts of all queries of the script, comments and string literals blanked, in upper case. */
export function queriesOf(
  script: NodeView,
): readonly { readonly statement: NodeView; readonly text: string }[] {
  const all = script.at('statements')?.items() ?? [];
  return all.flatMap((statement) => {
    const body = statement.text('body');
    const whole = body.is === 'known' ? body : statement.text('text');
    return whole.is === 'known' && body.is === 'known' ? [{ statement, text: bare(whole.value) }] : [];
  });
}

/** The text without comments and literals, in upper case, so that words can be looked for. */
export function bare(text: string): string {
  return text
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    .replace(/'(?:[^']|'')*'/g, "''")
    .toUpperCase();
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
