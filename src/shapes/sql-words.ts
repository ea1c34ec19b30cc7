import { known } from '../core';
import type { NodeView, Span } from '../core';

/** SQL with comments and literals blanked and letters in upper case, as long as what was given. */
export function bareSql(text: string): string {
  return text
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (match) => match.replace(/[^\n]/g, ' '))
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The first place of a pattern in a statement, outside comments and literals; the pattern is in upper case. */
export function placeOfWords(statement: NodeView, pattern: RegExp): Span | undefined {
  const { start, end } = statement.span;
  const match = pattern.exec(bareSql(statement.document.text.slice(start, end)));
  if (!match) return undefined;
  return { start: start + match.index, end: start + match.index + match[0].length };
}

/** Whether the statement says these words, outside comments and literals. */
export function saysWords(statement: NodeView, pattern: RegExp): boolean {
  return placeOfWords(statement, pattern) !== undefined;
}

/** What kind of statement it is, such as `CREATE SOURCE`; empty where that is not known. */
export function statementKind(statement: NodeView): string {
  return known(statement.text('kind')) ?? '';
}

/** The statements of these kinds in a script. */
export function statementsOfKind(script: NodeView, ...kinds: readonly string[]): readonly NodeView[] {
  const all = script.at('statements')?.items() ?? [];
  return all.filter((statement) => kinds.includes(statementKind(statement)));
}

/** The name of what a statement makes, without schema and quotes, in lower case; undefined where it is not told. */
export function objectName(statement: NodeView): string | undefined {
  return known(statement.text('name'))?.split('.').pop()?.replace(/[`"]/g, '').toLowerCase();
}

/** Whether the value stands in quotes, as a literal does and a reference to a secret does not. */
export function isSqlLiteral(at: NodeView): boolean {
  return at.document.text[at.span.start] === "'";
}

/** Whether the query reads a relation of that name; the query is bare, the name in lower case. */
export function readsRelation(bareQuery: string, name: string): boolean {
  const wanted = name.toUpperCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\bFROM|\\bJOIN|,|\\()\\s*(?:[\\w"]+\\.)*"?${wanted}"?(?![\\w.(])`).test(bareQuery);
}
