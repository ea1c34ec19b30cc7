import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit } from '../../core/span';
import type { Entry, MapNode, ScalarNode } from '../../core/tree';
import { indentOf, lineEndOf, lineStartOf, wholeLines } from '../source-lines';
import type { ArgumentEnd } from './read-module';

const ends = new WeakMap<DocumentModel, ReadonlyMap<number, ArgumentEnd>>();

/** Keeps with a document where its argument lists end. */
export function rememberArguments(document: DocumentModel, found: ReadonlyMap<number, ArgumentEnd>): void {
  ends.set(document, found);
}

/** Edits of keyword arguments and literals; everything else in Python is left to its author. */
export const pythonEdits: FormatEdits = {
  setScalar,
  replace: (document, entry, value) =>
    entry.value.type === 'alias'
      ? undefined
      : [{ span: entry.value.span, text: pythonLiteral(value, quoteOf(document.text)) }],
  insert,
  remove,
  renameKey: (document, entry, key) =>
    isKeyword(document, entry) ? [{ span: entry.keySpan, text: key }] : undefined,
  append: () => undefined,
  removeItem: () => undefined,
};

/** A value as Python writes it. */
export function pythonLiteral(value: PlainValue, quote: '"' | "'" = '"'): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return quote + value.replace(/[\\\n\r"']/g, (character) => escapeOf(character, quote)) + quote;
  if (isList(value)) return `[${value.map((item) => pythonLiteral(item, quote)).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, item]) => `${pythonLiteral(key, quote)}: ${pythonLiteral(item, quote)}`,
  );
  return `{${pairs.join(', ')}}`;
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function escapeOf(character: string, quote: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  return character === '\\' || character === quote ? `\\${character}` : character;
}

/** The quote that the file uses more. */
function quoteOf(text: string): '"' | "'" {
  const sample = text.slice(0, 20_000);
  return sample.split("'").length > sample.split('"').length ? "'" : '"';
}

function setScalar({ text }: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined {
  if (node.tag !== undefined && node.tag !== '!name') return undefined;
  const written = text.slice(node.span.start, node.span.end);
  if (node.style !== 'plain' && !/^(["'])(?!\1\1)/.test(written)) return undefined;
  const quote = node.style === 'plain' ? quoteOf(text) : node.style === 'single' ? "'" : '"';
  return [{ span: node.span, text: pythonLiteral(value, quote) }];
}

/** Adds a keyword argument after the last one, on a line of its own where the others stand so. */
function insert(document: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined {
  const { text } = document;
  const end = ends.get(document)?.get(map.span.start);
  if (!end || !/^[A-Za-z_]\w*$/.test(key)) return undefined;
  const argument = `${key}=${pythonLiteral(value, quoteOf(text))}`;
  const at = (offset: number, added: string): Edit => ({ span: { start: offset, end: offset }, text: added });
  if (end.isEmpty) return [at(end.last, argument)];
  const close = map.span.end - 1;
  const isSpread = text.slice(end.last, close).includes('\n') && lineStartOf(text, end.last) > map.span.start;
  if (!isSpread)
    return [at(end.comma ?? end.last, end.comma === undefined ? `, ${argument}` : ` ${argument},`)];
  const line = `\n${indentOf(text, end.last)}${argument}`;
  const lineEnd = lineEndOf(text, end.comma ?? end.last);
  if (end.comma !== undefined) return [at(lineEnd, `${line},`)];
  return lineEnd === end.last ? [at(end.last, `,${line}`)] : [at(end.last, ','), at(lineEnd, line)];
}

function remove(document: DocumentModel, _map: MapNode, entry: Entry): Edit[] | undefined {
  const { text } = document;
  if (!isKeyword(document, entry) || entry.value.type === 'map') return undefined;
  const span = { start: entry.keySpan.start, end: entry.value.span.end };
  const after = /^[ \t]*,/.exec(text.slice(span.end))?.[0].length ?? 0;
  const lines = wholeLines(text, { start: span.start, end: span.end + after });
  const isAlone =
    text.slice(lines.start, span.start).trim() === '' &&
    text.slice(span.end + after, lines.end).trim() === '';
  if (isAlone) return [{ span: lines, text: '' }];
  if (after > 0) {
    const blanks = /^[ \t]*/.exec(text.slice(span.end + after))?.[0].length ?? 0;
    return [{ span: { start: span.start, end: span.end + after + blanks }, text: '' }];
  }
  const before = /,\s*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  return [{ span: { start: span.start - before, end: span.end }, text: '' }];
}

/** A positional argument read as if it had a name has nothing to rename or to take away. */
function isKeyword({ text }: DocumentModel, entry: Entry): boolean {
  return text.slice(entry.keySpan.start, entry.keySpan.end) === entry.key;
}
