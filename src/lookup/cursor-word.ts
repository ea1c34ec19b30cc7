import type { FormatId } from '../core';

/** What is being typed at a cursor: the word's place in its line, and whether it is a key or a value. */
export interface CursorWord {
  readonly sort: 'key' | 'value';
  /** Columns of what a suggestion replaces. */
  readonly start: number;
  readonly end: number;
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** Whether a separator follows already, so that a key comes without one. */
  readonly isSeparated: boolean;
  /** The quote around it, if it has one. */
  readonly quote: string;
}

/** Reads the line around a cursor; undefined where neither a key nor a value is typed. */
export function cursorWord(format: FormatId, line: string, column: number): CursorWord | undefined {
  const before = line.slice(0, column);
  const after = line.slice(column);
  switch (format) {
    case 'properties':
    case 'env':
      return /^\s*[#!]/.test(before) ? undefined : inProperties(before, after);
    case 'yaml':
      return /(?:^|\s)#/.test(before) ? undefined : inYaml(before, after);
    case 'json':
      return inJson(before, after);
    default:
      return undefined;
  }
}

const wordEnd = /^[\w.-]*/;
const valueEnd = /^[^\s#,"'}\]]*/;

function inProperties(before: string, after: string): CursorWord | undefined {
  const key = /^\s*([\w.-]*)$/.exec(before)?.[1];
  if (key !== undefined) return word('key', key, before, after, wordEnd, '');
  const value = /^\s*[^\s=:]+\s*[=:]\s*(?:[^,\s]*,)*([^,\s]*)$/.exec(before)?.[1];
  return value === undefined ? undefined : word('value', value, before, after, valueEnd, '');
}

function inYaml(before: string, after: string): CursorWord | undefined {
  const [, quote = '', key] = /^\s*(["']?)([\w./-]*)$/.exec(before) ?? [];
  if (key !== undefined) return word('key', key, before, after, /^[\w./-]*/, quote);
  const [, valueQuote = '', value] =
    /^\s*(?:-\s+)?(["']?)[\w./-]+\1:\s+(["']?)(?:[^"',#\s]*,)*([^"',#\s]*)$/.exec(before)?.slice(1) ?? [];
  return value === undefined ? undefined : word('value', value, before, after, valueEnd, valueQuote);
}

function inJson(before: string, after: string): CursorWord | undefined {
  const key = /(?:^|[{,])\s*"([^"]*)$/.exec(before)?.[1];
  if (key !== undefined) return word('key', key, before, after, /^[^"\s]*/, '"');
  const [, quote = '', value] = /"[^"]+"\s*:\s*("?)([^",{}[\]\s]*)$/.exec(before) ?? [];
  return value === undefined ? undefined : word('value', value, before, after, valueEnd, quote);
}

function word(
  sort: CursorWord['sort'],
  typed: string,
  before: string,
  after: string,
  ending: RegExp,
  quote: string,
): CursorWord {
  const rest = ending.exec(after)?.[0] ?? '';
  const following = after.slice(rest.length);
  return {
    sort,
    typed,
    start: before.length - typed.length,
    end: before.length + rest.length,
    isSeparated: sort === 'key' && /^["']?\s*[=:]/.test(following),
    quote,
  };
}
