import { isAlias, isCollection, isMap, isScalar, isSeq, parseAllDocuments, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { yaml as yamlLiteral } from '../emit/data';
import {
  endingOf,
  insertLines,
  lineEnd,
  lineStart,
  splice,
  type KeyedText,
  type KeyPath,
  type OpenKeyed,
} from './keyed-text';
import { hasDeepNesting, valueAt } from './values';

/** Opens a YAML file of one document without anchors: an edit beside an alias could mean more than it shows. */
export const openYaml: OpenKeyed = (text) => {
  if (hasDeepNesting(text)) return undefined;
  const documents = parseAllDocuments(text, { version: '1.2', uniqueKeys: true });
  if (documents.length > 1) return undefined;
  // A text of nothing but comments is no document to that function, and an empty one to this.
  const document = documents[0] ?? parseDocument(text, { version: '1.2' });
  if (document.errors.length > 0 || hasUneditable(document)) return undefined;
  return new KeyedYaml(text, document);
};

function hasUneditable(document: Document): boolean {
  const found: unknown[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor !== undefined || (node.tag ?? '').startsWith('!')) found.push(node);
    },
    Pair: (_, pair) => {
      if (!isScalar(pair.key) || pair.key.value === '<<') found.push(pair);
    },
  });
  return found.length > 0 || (document.contents !== null && !isMap(document.contents));
}

class KeyedYaml implements KeyedText {
  readonly value: unknown;

  constructor(
    readonly text: string,
    private readonly document: Document,
  ) {
    // An empty document is read as a mapping without keys, so that keys can be added to it.
    this.value = document.contents === null ? {} : document.toJS();
  }

  add(path: KeyPath, from: KeyedText): string | undefined {
    const parent = path.slice(0, -1);
    const source = from.sourceOf?.(path);
    const map = this.nodeAt(parent);
    if (source === undefined) return undefined;
    if (parent.length === 0 && this.document.contents === null)
      return insertLines(this.text, this.text.length, source);
    if (isMap(map) && map.flow !== true && map.items.length > 0) return this.addToBlock(map, source);
    const pair = this.pairAt(parent);
    const isEmpty =
      map === null || (isMap(map) && map.items.length === 0) || (isScalar(map) && map.value === null);
    if (pair !== undefined && isEmpty) return this.fillEmpty(pair, source);
    return isMap(map)
      ? this.addToFlow(map, `${yamlKey(path.at(-1))}: ${JSON.stringify(valueAt(from.value, path))}`)
      : undefined;
  }

  set(path: KeyPath, from: KeyedText): string | undefined {
    const node = this.nodeAt(path);
    const pair = this.pairAt(path);
    const value = valueAt(from.value, path);
    const source = from.sourceOf?.(path);
    if (pair === undefined || source === undefined) return undefined;
    const range = isScalar(node) || isCollection(node) ? node.range : undefined;
    const isOneLine =
      range !== undefined && range !== null && !this.text.slice(range[0], range[1]).includes('\n');
    if (isOneLine && isScalar(node) && (typeof value !== 'object' || value === null)) {
      const written = typeof value === 'string' ? yamlLiteral(value) : JSON.stringify(value);
      return splice(this.text, range[0], range[1], range[0] === range[1] ? ` ${written}` : written);
    }
    return this.replacePair(pair, source);
  }

  remove(path: KeyPath): string | undefined {
    const pair = this.pairAt(path);
    const map = this.nodeAt(path.slice(0, -1));
    if (pair === undefined || !isMap(map) || map.flow === true || map.items.length < 2) return undefined;
    const { start, end } = this.linesOf(pair);
    return splice(this.text, start, end, '');
  }

  append(path: KeyPath, item: unknown): string | undefined {
    const list = this.nodeAt(path);
    if (!isSeq(list) || typeof item !== 'string') return undefined;
    const last = list.items.at(-1);
    const end = rangeOf(last)?.[1];
    if (end === undefined) return undefined;
    if (list.flow === true) return splice(this.text, end, end, `, ${yamlLiteral(item)}`);
    return insertLines(this.text, this.behind(end), `${this.dashOf(list)}${yamlLiteral(item)}`);
  }

  /** The lines of a key in a block mapping, with the comment lines above it, without their common indentation. */
  sourceOf(path: KeyPath): string | undefined {
    const pair = this.pairAt(path);
    const map = this.nodeAt(path.slice(0, -1));
    if (pair === undefined || !isMap(map) || map.flow === true) return undefined;
    const { start, end, indent } = this.linesOf(pair);
    if (this.text.slice(start, start + indent).trim() !== '') return undefined;
    const lines = this.text.slice(this.commentsAbove(start, indent), end).split(/(?<=\n)/);
    return lines.map((line) => (line.trim() === '' ? line : line.slice(indent))).join('');
  }

  rename(path: KeyPath, key: string): string | undefined {
    const range = rangeOf(this.pairAt(path)?.key);
    return range === undefined ? undefined : splice(this.text, range[0], range[1], yamlKey(key));
  }

  private nodeAt(path: KeyPath): unknown {
    return path.length === 0 ? this.document.contents : this.document.getIn(path, true);
  }

  private pairAt(path: KeyPath): Pair<Node, Node | null> | undefined {
    const map = this.nodeAt(path.slice(0, -1));
    if (!isMap<Node, Node | null>(map)) return undefined;
    return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === path.at(-1));
  }

  private linesOf(pair: Pair<Node, Node | null>): { start: number; end: number; indent: number } {
    const keyStart = rangeOf(pair.key)?.[0] ?? 0;
    const keyEnd = rangeOf(pair.key)?.[1] ?? 0;
    const start = lineStart(this.text, keyStart);
    return {
      start,
      end: this.behind(Math.max(keyEnd, rangeOf(pair.value)?.[1] ?? 0)),
      indent: keyStart - start,
    };
  }

  /** The offset behind the line in which something ends; a block scalar ends behind its own line break. */
  private behind(offset: number): number {
    return this.text[offset - 1] === '\n' ? offset : lineEnd(this.text, offset);
  }

  private commentsAbove(start: number, indent: number): number {
    let first = start;
    while (first > 0) {
      const above = lineStart(this.text, first - 1);
      const line = this.text.slice(above, first);
      if (!line.trim().startsWith('#') || line.search(/\S/) !== indent) return first;
      first = above;
    }
    return first;
  }

  private addToBlock(map: YAMLMap, source: string): string | undefined {
    const pairs = map.items as readonly Pair<Node, Node | null>[];
    const first = pairs[0];
    const last = pairs.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const indent = (rangeOf(first.key)?.[0] ?? 0) - lineStart(this.text, rangeOf(first.key)?.[0] ?? 0);
    return insertLines(this.text, this.linesOf(last).end, indented(source, indent));
  }

  private fillEmpty(pair: Pair<Node, Node | null>, source: string): string {
    const { indent, start } = this.linesOf(pair);
    const [from, to] = rangeOf(pair.value) ?? [0, 0];
    const bare = from < to ? splice(this.text, from, to, '') : this.text;
    return insertLines(
      bare,
      lineEnd(bare, Math.max(start, rangeOf(pair.key)?.[1] ?? 0)),
      indented(source, indent + 2),
    );
  }

  private addToFlow(map: YAMLMap, written: string): string | undefined {
    const end = rangeOf(map)?.[1];
    if (end === undefined) return undefined;
    const last = map.items.at(-1);
    const lastEnd = rangeOf(last?.value) ?? rangeOf(last?.key);
    return lastEnd === undefined
      ? splice(this.text, end - 1, end - 1, written)
      : splice(this.text, lastEnd[1], lastEnd[1], `, ${written}`);
  }

  private replacePair(pair: Pair<Node, Node | null>, source: string): string {
    const { start, end, indent } = this.linesOf(pair);
    const body = source.split(/(?<=\n)/).filter((line, index, all) => !isLeadingComment(line, index, all));
    const ending = endingOf(this.text);
    const lines = indented(body.join(''), indent).replace(/\r?\n/g, ending);
    return splice(this.text, start, end, lines.endsWith(ending) ? lines : lines + ending);
  }

  private dashOf(list: YAMLSeq): string {
    const start = rangeOf(list)?.[0] ?? 0;
    return `${' '.repeat(start - lineStart(this.text, start))}- `;
  }
}

function isLeadingComment(line: string, index: number, all: readonly string[]): boolean {
  return (
    line.trim().startsWith('#') && all.slice(0, index).every((earlier) => earlier.trim().startsWith('#'))
  );
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return undefined;
  const [start, value, end] = node.range as readonly unknown[];
  const isRange = typeof start === 'number' && typeof value === 'number' && typeof end === 'number';
  return isRange ? [start, value, end] : undefined;
}

function indented(source: string, indent: number): string {
  const blanks = ' '.repeat(indent);
  return source
    .split(/(?<=\n)/)
    .map((line) => (line.trim() === '' ? line : blanks + line))
    .join('');
}

function yamlKey(key: string | undefined): string {
  return yamlLiteral(key ?? '');
}
