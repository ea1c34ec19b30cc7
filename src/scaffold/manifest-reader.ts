import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Value } from './expression';
import { parseExpression, type Expression } from './expression';
import type { Problem } from './result';

/** Collects the problems of one YAML file, each at the line and column of its node. */
export class ManifestReader {
  readonly problems: Problem[] = [];
  readonly root: Node | null;
  /** Where each expression stands, so that a wrong name in it can be reported there. */
  readonly places = new Map<Expression, number>();
  private readonly lines = new LineCounter();

  constructor(
    readonly path: string,
    text: string,
  ) {
    const document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, version: '1.2' });
    this.root = document.contents;
    for (const error of document.errors) this.reportAt(error.pos[0], error.message);
  }

  /** Reports a problem at a node, or at the start of the file. */
  report(node: unknown, message: string, next?: string): void {
    this.reportAt(offsetOf(node), message, next);
  }

  /** Reports a problem at an offset. */
  reportAt(offset: number, message: string, next?: string): void {
    const { line, col } = this.lines.linePos(offset);
    const place = {
      code: 'template-broken',
      path: this.path,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
    };
    this.problems.push(next === undefined ? { ...place, message } : { ...place, message, next });
  }

  /** The members of a mapping; reports keys that are not among `known`. */
  members(node: unknown, what: string, known?: readonly string[]): ReadonlyMap<string, Node | null> {
    const members = new Map<string, Node | null>();
    if (!isMap<Node, Node | null>(node)) {
      if (node !== undefined) this.report(node, `${what} must be a mapping.`);
      return members;
    }
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known !== undefined && !known.includes(name))
        this.report(key, `${what} has an unknown key "${name}".`, `Known keys: ${known.join(', ')}.`);
      else members.set(name, value);
    }
    return members;
  }

  /** The items of a list; a missing list is empty. */
  items(node: unknown, what: string): readonly (Node | null)[] {
    if (node === undefined) return [];
    if (isSeq<Node | null>(node)) return node.items;
    this.report(node, `${what} must be a list.`);
    return [];
  }

  /** A text, or `undefined` where there is none or something else (reported). */
  text(node: unknown, what: string): string | undefined {
    if (node === undefined) return undefined;
    if (isScalar(node) && typeof node.value === 'string') return node.value;
    this.report(node, `${what} must be a text.`, 'Put it in quotes.');
    return undefined;
  }

  /** A text that has to be there. */
  requiredText(node: unknown, parent: unknown, what: string): string {
    if (node === undefined) this.report(parent, `${what} is missing.`);
    return this.text(node, what) ?? '';
  }

  /** A number. */
  number(node: unknown, what: string): number | undefined {
    if (node === undefined) return undefined;
    if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value;
    this.report(node, `${what} must be a number.`);
    return undefined;
  }

  /** A boolean. */
  boolean(node: unknown, what: string): boolean | undefined {
    if (node === undefined) return undefined;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.report(node, `${what} must be true or false.`);
    return undefined;
  }

  /** An answer written in YAML: a text, number, boolean or list of these. */
  value(node: unknown, what: string): Value | undefined {
    if (node === undefined) return undefined;
    if (isSeq(node)) return node.items.flatMap((item) => scalarIn(item) ?? this.refuse(item, what));
    const value = scalarIn(node);
    if (value === undefined) this.report(node, `${what} must be a text, a number, true, false or a list.`);
    return value;
  }

  private refuse(node: unknown, what: string): [] {
    this.report(node, `An item of ${what} must be a text, a number, true or false.`);
    return [];
  }

  /** An expression of the closed language. */
  expression(node: unknown, what: string): Expression | undefined {
    if (node === undefined) return undefined;
    const value = scalarIn(node);
    if (value === undefined) {
      this.report(node, `${what} must be an expression.`);
      return undefined;
    }
    const parsed = parseExpression(String(value));
    const start = offsetOf(node) + (isQuoted(node) ? 1 : 0);
    if (!parsed.ok) {
      this.reportAt(start + parsed.at, `${what}: ${parsed.message}`);
      return undefined;
    }
    this.places.set(parsed.expression, start);
    return parsed.expression;
  }

  /** A mapping of texts. */
  texts(node: unknown, what: string): Readonly<Record<string, string>> {
    const entries = [...(node === undefined ? [] : this.members(node, what))];
    return Object.fromEntries(
      entries.map(([name, value]) => [name, this.requiredText(value, value, `${what} ${name}`)]),
    );
  }

  /** Reports a word that is not among those that are known, and gives the fitting one. */
  oneOf<Word extends string>(node: unknown, what: string, words: readonly Word[]): Word | undefined {
    const text = this.text(node, what);
    const word = words.find((candidate) => candidate === text);
    if (text !== undefined && word === undefined)
      this.report(node, `${what} "${text}" is not known.`, `Write one of: ${words.join(', ')}.`);
    return word;
  }
}

function scalarIn(node: unknown): string | number | boolean | undefined {
  if (!isScalar(node)) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

function isQuoted(node: unknown): boolean {
  return isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE');
}

function offsetOf(node: unknown): number {
  if (typeof node !== 'object' || node === null || !('range' in node)) return 0;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
