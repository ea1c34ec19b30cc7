import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit, Span } from '../../core/span';
import type { Entry, MapNode, ScalarNode } from '../../core/tree';
import { bareText } from '../node-builders';
import { lineBreakOf, wholeLines } from '../source-lines';

/** Edits of properties files; values are scalars, so lists are never edited. */
export const propertiesEdits: FormatEdits = {
  setScalar,
  replace: (document, entry, value) =>
    entry.value.type === 'scalar' ? setScalar(document, entry.value, value) : undefined,
  insert,
  remove: (document, _map, entry) => [{ span: wholeLines(document.text, entrySpan(entry)), text: '' }],
  renameKey: (_document, entry, key) =>
    key === '' ? undefined : [{ span: entry.keySpan, text: encodeKey(key) }],
  append: () => undefined,
  removeItem: () => undefined,
};

function setScalar({ text }: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined {
  const bare = bareText(value);
  if (bare === undefined) return undefined;
  const needsSeparator = node.span.start === node.span.end && !endsWithSeparator(text, node.span.start);
  return [{ span: node.span, text: (needsSeparator ? '=' : '') + encodeValue(bare) }];
}

function insert({ text }: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined {
  const bare = bareText(value);
  const last = map.entries[map.entries.length - 1];
  if (bare === undefined || !last || key === '' || map.entries.some((entry) => entry.key === key))
    return undefined;
  const line = `${encodeKey(key)}${separatorOf(text, last)}${encodeValue(bare)}`;
  const { end } = wholeLines(text, entrySpan(last));
  const lineBreak = lineBreakOf(text);
  const complete = text[end - 1] === '\n';
  return [{ span: { start: end, end }, text: complete ? line + lineBreak : lineBreak + line }];
}

/** The whole pair, with a backslash after its value that joins nothing more. */
function entrySpan(entry: Entry): Span {
  return { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end) };
}

function separatorOf(text: string, entry: Entry): string {
  const written = text.slice(entry.keySpan.end, entry.value.span.start);
  return /^[ \t]*[=:][ \t]*$/.test(written) ? written : '=';
}

function endsWithSeparator(text: string, offset: number): boolean {
  if (!/[=:\s]/.test(text[offset - 1] ?? '')) return false;
  let slashes = 0;
  while (text[offset - 2 - slashes] === '\\') slashes++;
  return slashes % 2 === 0;
}

function encodeValue(value: string): string {
  return escapeControls(value).replace(/^ /, '\\ ');
}

function encodeKey(key: string): string {
  return escapeControls(key).replace(/[ :=]/g, '\\$&').replace(/^[#!]/, '\\$&');
}

/** Escapes as every Java reads them, Latin-1 or UTF-8. */
function escapeControls(text: string): string {
  return text.replace(/[\\\t\n\f\r]|[^\x20-\x7e]/g, (character) => {
    const short = shortEscapes[character];
    return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};
