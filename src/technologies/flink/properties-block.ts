import { isPlaceholder } from '../../core';
import type {
  Adapted,
  DocumentModel,
  Entry,
  FormatEdits,
  MapNode,
  PlainValue,
  ResolvedNode,
  Span,
} from '../../core';

/**
 * Flink configuration written as a block of text inside a YAML file (a ConfigMap's `config.yaml`, Compose's
 * `FLINK_PROPERTIES`), read line by line from the file itself so that all spans are real; nested keys become dotted.
 */
export function blockAsConfiguration(node: ResolvedNode, document: DocumentModel): Adapted | undefined {
  if (node.type !== 'scalar' || node.style !== 'literal') return undefined;
  const lines = linesOf(document.text, node.span);
  const entries: Entry[] = [];
  const parents: { readonly indent: number; readonly prefix: string }[] = [];
  for (const line of lines) {
    const match = /^(\s*)([\w.${}-]+)[ \t]*:(?:[ \t](.*))?$/.exec(line.text);
    if (!match) continue;
    const [, space = '', name = '', rest = ''] = match;
    while ((parents[parents.length - 1]?.indent ?? -1) >= space.length) parents.pop();
    const key = (parents[parents.length - 1]?.prefix ?? '') + name;
    const written = withoutComment(rest);
    if (written === '') parents.push({ indent: space.length, prefix: `${key}.` });
    else entries.push(entryOf(line, key, name, space.length, written));
  }
  if (entries.length === 0) return undefined;
  const map: MapNode = { type: 'map', entries, span: node.span, flow: false };
  return { node: map, edits: (own) => editsOf(own, document.text) };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  let start = span.start;
  for (const line of text.slice(span.start, span.end).split('\n')) {
    lines.push({ text: line.replace(/\r$/, ''), start });
    start += line.length + 1;
  }
  return lines.slice(1);
}

function withoutComment(rest: string): string {
  return rest.replace(/(?:^|\s)#.*$/, '').trim();
}

function entryOf(line: Line, key: string, name: string, indent: number, written: string): Entry {
  const keySpan = { start: line.start + indent, end: line.start + indent + name.length };
  const from = line.text.indexOf(written, indent + name.length + 1);
  const span = { start: line.start + from, end: line.start + from + written.length };
  const text = written.replace(/^(["'])(.*)\1$/, '$2');
  return { key, keySpan, value: { type: 'scalar', text, style: 'plain', span } };
}

/** Values are replaced where they stand, lines removed whole, and a new setting goes below the last one. */
function editsOf(own: FormatEdits, text: string): FormatEdits {
  return {
    ...own,
    setScalar: (_document, scalar, value) => {
      const written = plain(value);
      return written === undefined || isPlaceholder(scalar.text)
        ? undefined
        : [{ span: scalar.span, text: written }];
    },
    replace: () => undefined,
    append: () => undefined,
    renameKey: () => undefined,
    insert: (_document, map, key, value) => {
      const last = map.entries[map.entries.length - 1];
      const written = plain(value);
      if (!last || written === undefined || !isTopLevel(last, text)) return undefined;
      const lineStart = text.lastIndexOf('\n', last.keySpan.start - 1) + 1;
      const lineEnd = endOfLine(text, last.value.span.end);
      const indent = text.slice(lineStart, last.keySpan.start);
      return [{ span: { start: lineEnd, end: lineEnd }, text: `\n${indent}${key}: ${written}` }];
    },
    remove: (_document, _map, entry) => {
      const start = text.lastIndexOf('\n', entry.keySpan.start - 1) + 1;
      const end = endOfLine(text, entry.value.span.end);
      return [{ span: { start, end: Math.min(end + 1, text.length) }, text: '' }];
    },
  };
}

/** A nested entry's key is longer than what its line says. */
function isTopLevel(entry: Entry, text: string): boolean {
  return text.slice(entry.keySpan.start, entry.keySpan.end) === entry.key;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function plain(value: PlainValue): string | undefined {
  return typeof value === 'object' ? undefined : String(value);
}
