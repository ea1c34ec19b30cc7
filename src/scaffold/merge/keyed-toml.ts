import { getStaticTOMLValue, parseTOML, type AST } from 'toml-eslint-parser';
import { isPlain } from '../canonical';
import { toml as tomlLiteral } from '../emit/data';
import {
  insertLines,
  lineEnd,
  lineStart,
  splice,
  type KeyedText,
  type KeyPath,
  type OpenKeyed,
} from './keyed-text';
import { hasDeepNesting } from './values';

/** Opens a TOML file. */
export const openToml: OpenKeyed = (text) => {
  if (hasDeepNesting(text)) return undefined;
  try {
    const program = parseTOML(text);
    const value: unknown = plainDates(getStaticTOMLValue(program));
    return new KeyedToml(text, program.body[0], value);
  } catch {
    // The parser throws at the first mistake; a broken file is merged as text.
    return undefined;
  }
};

/** Dates become marked texts, so that values can be compared. */
function plainDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainDates);
  if (value instanceof Date) return { date: value.toISOString() };
  if (!isPlain(value)) return typeof value === 'bigint' ? `${value}n` : value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainDates(member)]));
}

type Table = AST.TOMLTable | AST.TOMLTopLevelTable;

class KeyedToml implements KeyedText {
  constructor(
    readonly text: string,
    private readonly top: AST.TOMLTopLevelTable,
    readonly value: unknown,
  ) {}

  add(path: KeyPath, from: KeyedText): string | undefined {
    const source = from.sourceOf?.(path);
    if (source === undefined) return undefined;
    if (/^\s*(?:#.*\n\s*)*\[/.test(source)) return this.appendTable(source);
    const parent = path.slice(0, -1);
    const table =
      parent.length === 0
        ? this.top
        : this.tables().find((candidate) => isPath(keyOfTable(candidate), parent));
    if (table === undefined) return this.appendTable(`[${parent.map(bareKey).join('.')}]\n${source}`);
    return insertLines(this.text, this.endOfKeys(table), source);
  }

  set(path: KeyPath, from: KeyedText): string | undefined {
    const pair = this.pairAt(path);
    const other = from instanceof KeyedToml ? from.pairAt(path) : undefined;
    if (pair === undefined || other === undefined) return undefined;
    return splice(this.text, ...pair.value.range, from.text.slice(...other.value.range));
  }

  remove(path: KeyPath): string | undefined {
    const pair = this.pairAt(path);
    if (pair === undefined) return undefined;
    return splice(this.text, lineStart(this.text, pair.range[0]), lineEnd(this.text, pair.range[1]), '');
  }

  append(path: KeyPath, item: unknown): string | undefined {
    const array = this.pairAt(path)?.value;
    if (array?.type !== 'TOMLArray' || typeof item !== 'string') return undefined;
    const written = tomlLiteral(item);
    const last = array.elements.at(-1);
    if (last === undefined) return splice(this.text, array.range[0] + 1, array.range[0] + 1, written);
    const end = last.range[1];
    const line = lineEnd(this.text, end);
    if (line > array.range[1] - 1) return splice(this.text, end, end, `, ${written}`);
    const comma = /^\s*,/.exec(this.text.slice(end, array.range[1]))?.[0];
    const start = lineStart(this.text, last.range[0]);
    const indent = /^\s*/.exec(this.text.slice(start))?.[0] ?? '';
    // The new item goes below a comment that stands behind the last one.
    const withItem = insertLines(this.text, line, `${indent}${written}${comma === undefined ? '' : ','}`);
    return comma === undefined ? splice(withItem, end, end, ',') : withItem;
  }

  /** The lines of a key, or of a table with all below it, with the comment lines above. */
  sourceOf(path: KeyPath): string | undefined {
    const pair = this.pairAt(path);
    if (pair !== undefined) {
      const isWhole = pair.key.keys.length === 1;
      const start = this.commentsAbove(lineStart(this.text, pair.range[0]));
      return isWhole ? this.text.slice(start, lineEnd(this.text, pair.range[1])) : undefined;
    }
    const tables = this.tables().filter((table) => isPrefix(path, keyOfTable(table)));
    const sources = tables.map((table) => {
      const start = this.commentsAbove(lineStart(this.text, table.range[0]));
      return this.text.slice(start, lineEnd(this.text, table.range[1])).trimEnd();
    });
    return sources.length === 0 ? undefined : `${sources.join('\n\n')}\n`;
  }

  rename(path: KeyPath, key: string): string | undefined {
    const part = this.pairAt(path)?.key.keys.at(-1);
    return part === undefined ? undefined : splice(this.text, ...part.range, bareKey(key));
  }

  private tables(): readonly AST.TOMLTable[] {
    return this.top.body.filter((node): node is AST.TOMLTable => node.type === 'TOMLTable');
  }

  private pairAt(path: KeyPath): AST.TOMLKeyValue | undefined {
    for (const table of [this.top, ...this.tables()] as readonly Table[])
      for (const node of table.body)
        if (node.type === 'TOMLKeyValue' && isPath([...keyOfTable(table), ...partsOf(node.key)], path))
          return node;
    return undefined;
  }

  private endOfKeys(table: Table): number {
    const pairs = table.body.filter((node) => node.type === 'TOMLKeyValue');
    const last = pairs.at(-1);
    if (last !== undefined) return lineEnd(this.text, last.range[1]);
    return table.type === 'TOMLTable' ? lineEnd(this.text, table.key.range[1]) : 0;
  }

  private appendTable(source: string): string {
    const gap = this.text.trim() === '' || this.text.endsWith('\n\n') ? '' : '\n';
    return insertLines(this.text, this.text.length, gap + source);
  }

  private commentsAbove(start: number): number {
    let first = start;
    while (first > 0) {
      const above = lineStart(this.text, first - 1);
      if (!this.text.slice(above, first).trim().startsWith('#')) return first;
      first = above;
    }
    return first;
  }
}

function keyOfTable(table: Table): KeyPath {
  return table.type === 'TOMLTable' ? partsOf(table.key) : [];
}

function partsOf(key: AST.TOMLKey): KeyPath {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

function isPath(left: KeyPath, right: KeyPath): boolean {
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

function isPrefix(prefix: KeyPath, path: KeyPath): boolean {
  return prefix.every((key, index) => key === path[index]);
}

function bareKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : tomlLiteral(key);
}
