import type { Entry, ListNode, MapNode } from '../../core/tree';
import { entryOf, listNode, mapNode, mapOf, scalarNode } from '../node-builders';
import type { SqlToken } from './sql-tokens';
import { nameNode, spanOfTokens, splitAtCommas, valueNode } from './token-cursor';

/** How keys of options are written: keywords of several words, or names as they stand. */
export type OptionKeys = 'keywords' | 'names';

/** Options in parentheses: `'k' = 'v'`, `k = v`, and `TOPIC 't'`. */
export function readOptions(text: string, tokens: readonly SqlToken[], keys: OptionKeys): Entry[] {
  return splitAtCommas(tokens).flatMap((part) => {
    const entry = readOption(text, part, keys);
    return entry ? [entry] : [];
  });
}

function readOption(text: string, tokens: readonly SqlToken[], keys: OptionKeys): Entry | undefined {
  const equals = tokens.findIndex(({ keyword }) => keyword === '=' || keyword === '=>');
  const keyEnd = equals >= 0 ? equals : endOfBareKey(tokens);
  const keyTokens = tokens.slice(0, keyEnd);
  const keySpan = spanOfTokens(keyTokens);
  if (!keySpan) return undefined;
  const value = valueNode(text, tokens.slice(equals >= 0 ? equals + 1 : keyEnd));
  const after = equals >= 0 ? (tokens[equals]?.span.end ?? keySpan.end) : keySpan.end;
  const isFlag = equals < 0 && !value;
  const written = value ?? scalarNode(isFlag ? 'true' : '', { start: after, end: after });
  return entryOf(optionKey(keyTokens, keys), written, keySpan);
}

/** Without an equals sign the key ends where something other than a word begins. */
function endOfBareKey(tokens: readonly SqlToken[]): number {
  const end = tokens.findIndex(({ kind, keyword }, index) => {
    if (index === 0) return false;
    return (kind !== 'word' && keyword !== '.') || keyword === 'SECRET' || /^\d/.test(keyword);
  });
  return end < 0 ? tokens.length : end;
}

function optionKey(tokens: readonly SqlToken[], keys: OptionKeys): string {
  let key = '';
  let last = 0;
  for (const { text, kind, span } of tokens) {
    const blank = key !== '' && span.start > last ? ' ' : '';
    key += blank + (keys === 'keywords' && kind === 'word' ? text.toUpperCase() : text);
    last = span.end;
  }
  return key;
}

/** What a list of columns says. */
export interface Columns {
  readonly columns: MapNode[];
  readonly primaryKey: ListNode | undefined;
  readonly watermark: MapNode | undefined;
}

const constraintWords = new Set(
  'NOT NULL PRIMARY DEFAULT METADATA AS GENERATED COMMENT CONSTRAINT CHECK REFERENCES UNIQUE COLLATE OPTIONS VIRTUAL'.split(
    ' ',
  ),
);

/** Reads columns, the primary key and the watermark. */
export function readColumns(text: string, tokens: readonly SqlToken[]): Columns {
  const columns: MapNode[] = [];
  let primaryKey: ListNode | undefined;
  let watermark: MapNode | undefined;
  for (const part of splitAtCommas(tokens)) {
    const key = primaryKeyOf(part);
    if (part[0]?.keyword === 'WATERMARK' && part[1]?.keyword === 'FOR') watermark = readWatermark(text, part);
    else if (startsConstraint(part)) primaryKey ??= key && listOfNames(key);
    else {
      const column = readColumn(text, part);
      if (column) columns.push(column);
      if (column && key) primaryKey ??= listOfNames(part.slice(0, 1));
    }
  }
  return { columns, primaryKey, watermark };
}

/** Names between parentheses as a list. */
export function listOfNames(tokens: readonly SqlToken[]): ListNode | undefined {
  const span = spanOfTokens(tokens);
  const names = splitAtCommas(tokens).flatMap((part) => nameNode(part) ?? []);
  return span && names.length > 0 ? listNode(names, span) : undefined;
}

function startsConstraint(tokens: readonly SqlToken[]): boolean {
  const [first, second] = tokens.map(({ keyword }) => keyword);
  if (first === 'CONSTRAINT' || (first === 'PRIMARY' && second === 'KEY')) return true;
  return (
    (first === 'UNIQUE' && second === '(') ||
    (first === 'FOREIGN' && second === 'KEY') ||
    first === 'PERIOD' ||
    first === 'LIKE'
  );
}

/** The tokens of the key's columns; an empty list for `a INT PRIMARY KEY`. */
function primaryKeyOf(tokens: readonly SqlToken[]): readonly SqlToken[] | undefined {
  const at = tokens.findIndex(
    ({ keyword }, index) => keyword === 'PRIMARY' && tokens[index + 1]?.keyword === 'KEY',
  );
  if (at < 0) return undefined;
  if (tokens[at + 2]?.keyword !== '(') return [];
  const end = tokens.findIndex(({ keyword }, index) => index > at && keyword === ')');
  return tokens.slice(at + 3, end < 0 ? undefined : end);
}

function readWatermark(text: string, tokens: readonly SqlToken[]): MapNode | undefined {
  const as = tokens.findIndex(({ keyword }) => keyword === 'AS');
  const span = spanOfTokens(tokens);
  if (as < 0 || !span) return undefined;
  const column = nameNode(tokens.slice(2, as));
  return mapOf({ column, expression: valueNode(text, tokens.slice(as + 1)) }, span);
}

function readColumn(text: string, tokens: readonly SqlToken[]): MapNode | undefined {
  const [first] = tokens;
  const span = spanOfTokens(tokens);
  if (!first || !span || (first.kind === 'symbol' && first.text !== '*')) return undefined;
  const rest = tokens.findIndex(({ keyword }, index) => index > 0 && constraintWords.has(keyword));
  const typeEnd = rest < 0 ? tokens.length : rest;
  const name = nameNode([first]);
  const values = {
    type: valueNode(text, tokens.slice(1, typeEnd)),
    constraints: valueNode(text, tokens.slice(typeEnd)),
  };
  return mapNode(mapOf({ name, ...values }, span).entries, span);
}
