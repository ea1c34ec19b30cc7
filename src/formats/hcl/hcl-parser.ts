import type { Entry, MapNode, TreeNode } from '../../core/tree';
import { entryOf, listNode, mapNode, scalarNode } from '../node-builders';
import { lineEndOf } from '../source-lines';
import { HclScanner } from './hcl-scanner';
import type { Findings } from './hcl-scanner';

/** A block as it stands: `resource "type" "name" { … }`. */
interface Block {
  readonly type: Entry;
  readonly labels: readonly Entry[];
  readonly body: MapNode;
}

/** Where an expression ends, and whether line breaks before and behind it mean nothing. */
interface Place {
  readonly ends: RegExp;
  readonly acrossLines: boolean;
}

const inBody: Place = { ends: /[\r\n}]/, acrossLines: false };
const inObject: Place = { ends: /[,\r\n}]/, acrossLines: false };
const inList: Place = { ends: /[,\]]/, acrossLines: true };
const inCall: Place = { ends: /\)/, acrossLines: true };

const deepest = 60;

/**
 * Reads HCL. Blocks with labels are maps in maps (`resource.<type>.<name>`), those without are lists of maps; an
 * expression that must be computed is masked, and `jsonencode(…)` is what is in it.
 */
export function readHcl(text: string): { readonly root: MapNode; readonly findings: Findings } {
  const scanner = new HclScanner(text);
  const entries: Entry[] = [];
  for (;;) {
    entries.push(...readBody(scanner, 0, true));
    if (scanner.isAtEnd) break;
    scanner.problem('Nothing is open here.', { start: scanner.at, end: scanner.at + 1 });
    scanner.at++;
  }
  return { root: mapNode(entries, { start: 0, end: text.length }), findings: scanner };
}

/** Reads attributes and blocks up to the closing brace, or to the end of the text. */
function readBody(scanner: HclScanner, depth: number, isRoot: boolean): Entry[] {
  const attributes: Entry[] = [];
  const blocks: Block[] = [];
  for (;;) {
    scanner.skipBlanks(true);
    if (scanner.isAtEnd || scanner.peek() === '}') break;
    const start = scanner.at;
    const name = scanner.take(/[A-Za-z_][\w-]*/y);
    const type = name === undefined ? undefined : keyAt(name, start);
    scanner.skipBlanks(false);
    if (type && scanner.take(/=(?!=)/y))
      attributes.push({ ...type, value: readValue(scanner, inBody, depth) });
    else {
      const block = type && readBlock(scanner, type, depth);
      if (block) blocks.push(block);
      else skipFaulty(scanner, start);
    }
  }
  return [...attributes, ...grouped(blocks, isRoot)];
}

function keyAt(key: string, start: number): Entry {
  const keySpan = { start, end: start + key.length };
  return { key, keySpan, value: scalarNode('', { start: keySpan.end, end: keySpan.end }) };
}

function skipFaulty(scanner: HclScanner, start: number): void {
  const end = lineEndOf(scanner.text, start);
  scanner.problem('This is neither an attribute nor a block.', { start, end: Math.max(end, start + 1) });
  scanner.at = Math.max(end, start + 1);
}

function readBlock(scanner: HclScanner, type: Entry, depth: number): Block | undefined {
  const labels: Entry[] = [];
  while (scanner.peek() !== '{') {
    const start = scanner.at;
    const label = scanner.take(/"[^"\r\n]*"|[A-Za-z_][\w-]*/y);
    if (label === undefined) return undefined;
    labels.push({ ...keyAt(label, start), key: label.replace(/"/g, '') });
    scanner.skipBlanks(false);
  }
  if (depth > deepest) return undefined;
  const start = scanner.at;
  scanner.at++;
  const entries = readBody(scanner, depth + 1, false);
  if (scanner.peek() === '}') scanner.at++;
  else scanner.problem('The block is not closed.', { start, end: start + 1 });
  return { type, labels, body: mapNode(entries, { start, end: scanner.at }) };
}

/** Blocks of one type under one key, in the order of their first ones. */
function grouped(blocks: readonly Block[], isRoot: boolean): Entry[] {
  const byType = new Map<string, Block[]>();
  for (const block of blocks) {
    const dynamic = !isRoot && block.type.key === 'dynamic' ? block.labels[0] : undefined;
    const key = dynamic?.key ?? block.type.key;
    const same = byType.get(key);
    if (same) same.push(block);
    else byType.set(key, [block]);
  }
  return [...byType].map(([key, same]) => (isRoot ? rootEntry(key, same, 0) : nestedEntry(key, same)));
}

/** Blocks in a block: a list of maps, of which `dynamic` ones are not known. */
function nestedEntry(key: string, blocks: readonly Block[]): Entry {
  const bodies = blocks.map((block) =>
    block.type.key === 'dynamic' ? { ...scalarNode('', block.body.span), tag: '!dynamic' } : block.body,
  );
  return { key, keySpan: spanOf(blocks), value: listNode(bodies, whole(blocks)) };
}

function rootEntry(key: string, blocks: readonly Block[], level: number): Entry {
  const keyed = new Map<string, Block[]>();
  const bare = blocks.filter((block) => block.labels.length <= level);
  if (bare.length > 0)
    return {
      key,
      keySpan: spanOf(bare),
      value: listNode(
        bare.map(({ body }) => body),
        whole(bare),
      ),
    };
  for (const block of blocks) {
    const label = block.labels[level]?.key ?? '';
    const same = keyed.get(label);
    if (same) same.push(block);
    else keyed.set(label, [block]);
  }
  const entries = [...keyed].flatMap(([label, same]) => labelled(label, same, level));
  return { key, keySpan: spanOf(blocks), value: mapNode(entries, whole(blocks)) };
}

function labelled(label: string, blocks: readonly Block[], level: number): Entry[] {
  const isLast = blocks.every((block) => block.labels.length === level + 1);
  if (!isLast)
    return [rootEntry(label, blocks, level + 1)].map((entry) => ({
      ...entry,
      keySpan: labelSpan(blocks, level),
    }));
  return blocks.map((block) => ({ key: label, keySpan: labelSpan([block], level), value: block.body }));
}

function labelSpan(blocks: readonly Block[], level: number): Entry['keySpan'] {
  return blocks[0]?.labels[level]?.keySpan ?? spanOf(blocks);
}

function spanOf(blocks: readonly Block[]): Entry['keySpan'] {
  return blocks[0]?.type.keySpan ?? { start: 0, end: 0 };
}

function whole(blocks: readonly Block[]): Entry['keySpan'] {
  const last = blocks[blocks.length - 1];
  return { start: spanOf(blocks).start, end: last?.body.span.end ?? 0 };
}

/** Reads an expression: as a literal if it is one, else as a text that is not known. */
function readValue(scanner: HclScanner, { ends, acrossLines }: Place, depth: number): TreeNode {
  scanner.skipBlanks(acrossLines);
  const start = scanner.at;
  const noted = { masked: scanner.masked.length, problems: scanner.problems.length };
  const literal = depth > deepest ? undefined : readLiteral(scanner, depth);
  if (literal) {
    const end = scanner.at;
    scanner.skipBlanks(acrossLines);
    if (scanner.isAtEnd || ends.test(scanner.peek())) return literal;
    scanner.at = end;
  }
  scanner.masked.length = noted.masked;
  scanner.problems.length = noted.problems;
  scanner.at = start;
  scanner.skipExpression(ends);
  const text = scanner.text.slice(start, scanner.at).replace(/\s*(?:(?:#|\/\/)[^\n]*)?$/, '');
  const span = { start, end: start + text.length };
  if (text === '') scanner.problem('A value is missing here.', span);
  // A span of no length covers nothing, so the sign before it is masked with it.
  scanner.masked.push(text === '' ? { start: Math.max(0, start - 1), end: start } : span);
  return scalarNode(text, span);
}

function readLiteral(scanner: HclScanner, depth: number): TreeNode | undefined {
  const start = scanner.at;
  switch (scanner.peek()) {
    case '"': {
      if (!scanner.skipString()) return undefined;
      const span = { start, end: scanner.at };
      return scalarNode(decoded(scanner.text.slice(start + 1, scanner.at - 1)), span, 'double');
    }
    case '[':
      return readList(scanner, depth);
    case '{':
      return readObject(scanner, depth);
    case '<': {
      const heredoc = scanner.takeHeredoc();
      return heredoc && scalarNode(heredoc.text, heredoc.span, 'literal');
    }
    default:
      return readWord(scanner, depth);
  }
}

function readWord(scanner: HclScanner, depth: number): TreeNode | undefined {
  const start = scanner.at;
  const word = scanner.take(/(?:true|false)\b|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y);
  if (word !== undefined) return scalarNode(word, { start, end: scanner.at });
  if (scanner.take(/jsonencode\(\s*/y) === undefined) return undefined;
  const value = readValue(scanner, inCall, depth + 1);
  scanner.skipBlanks(true);
  if (scanner.peek() !== ')') return undefined;
  scanner.at++;
  return value;
}

function readList(scanner: HclScanner, depth: number): TreeNode | undefined {
  const start = scanner.at;
  const items: TreeNode[] = [];
  scanner.at++;
  for (;;) {
    scanner.skipBlanks(true);
    if (scanner.take(/for\b/y) || scanner.isAtEnd) return undefined;
    if (scanner.peek() === ']') break;
    const before = scanner.at;
    items.push(readValue(scanner, inList, depth + 1));
    scanner.take(/,/y);
    if (scanner.at === before) return undefined;
  }
  scanner.at++;
  return listNode(items, { start, end: scanner.at }, true);
}

function readObject(scanner: HclScanner, depth: number): TreeNode | undefined {
  const start = scanner.at;
  const entries: Entry[] = [];
  scanner.at++;
  for (;;) {
    scanner.skipBlanks(true);
    if (scanner.peek() === '}') break;
    const keyStart = scanner.at;
    if (scanner.take(/for\s/y)) return undefined;
    const key = scanner.take(/"[^"\r\n]*"|[A-Za-z_][\w.-]*|\([^()\r\n]*\)/y);
    scanner.skipBlanks(false);
    if (key === undefined || scanner.take(/[=:]/y) === undefined) return undefined;
    const value = readValue(scanner, inObject, depth + 1);
    const keySpan = { start: keyStart, end: keyStart + key.length };
    entries.push(entryOf(key.replace(/^"|"$/g, ''), value, keySpan));
    scanner.skipBlanks(false);
    scanner.take(/,/y);
  }
  scanner.at++;
  return mapNode(entries, { start, end: scanner.at }, true);
}

function decoded(text: string): string {
  return text.replace(/\\([nrt"\\])/g, (_, sign: string) => escapes[sign] ?? sign);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
