import type { AST } from 'toml-eslint-parser';
import type { Span } from '../../core/span';
import type { Entry, MapNode, TreeNode } from '../../core/tree';
import { listNode, mapNode, scalarNode } from '../node-builders';

interface DraftEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Draft;
}

interface DraftMap {
  readonly type: 'table';
  readonly entries: DraftEntry[];
  span: Span;
}

interface DraftTables {
  readonly type: 'tables';
  readonly items: DraftMap[];
}

/** A table grows while the file is read; values do not. */
type Draft = DraftMap | DraftTables | { readonly type: 'value'; readonly node: TreeNode };

/** Puts statements into the tables that they belong to; takes the file piece by piece. */
export class TomlTree {
  private readonly root: DraftMap = newTable({ start: 0, end: 0 });
  /** Where keys go; undefined behind a header that could not be read. */
  private current: DraftMap | undefined = this.root;

  constructor(private readonly text: string) {}

  /** Adds the statements of one piece that begins at `offset`. */
  add(program: AST.TOMLProgram, offset: number): void {
    for (const statement of program.body[0].body) {
      if (statement.type === 'TOMLTable') this.addTable(statement, offset);
      else if (this.current) this.addKeyValue(this.current, statement, offset);
    }
  }

  /** Forgets the table around, after a header that could not be read. */
  leaveTable(): void {
    this.current = undefined;
  }

  finish(): MapNode | undefined {
    if (this.root.entries.length === 0) return undefined;
    return finishTable({ ...this.root, span: { start: 0, end: this.text.length } });
  }

  private addTable(table: AST.TOMLTable, offset: number): void {
    const last = table.key.keys[table.key.keys.length - 1];
    const parent = this.walk(this.root, table.key.keys.slice(0, -1), offset);
    this.current = undefined;
    if (!parent || !last) return;
    const span = shifted(table, offset);
    this.current =
      table.kind === 'array'
        ? addToTables(parent, last, span, offset)
        : openTable(parent, last, span, offset);
    for (const body of table.body) if (this.current) this.addKeyValue(this.current, body, offset);
  }

  private addKeyValue(table: DraftMap, statement: AST.TOMLKeyValue, offset: number): void {
    const { keys } = statement.key;
    const last = keys[keys.length - 1];
    const parent = this.walk(table, keys.slice(0, -1), offset);
    if (!parent || !last) return;
    const node = this.convert(statement.value, offset);
    parent.entries.push({
      key: keyText(last),
      keySpan: shifted(last, offset),
      value: { type: 'value', node },
    });
    table.span = { start: table.span.start, end: Math.max(table.span.end, node.span.end) };
  }

  /** The table at the keys, made where it is not there yet; undefined where a value stands in the way. */
  private walk(from: DraftMap, keys: readonly Key[], offset: number): DraftMap | undefined {
    let table: DraftMap | undefined = from;
    for (const key of keys) table = table && openTable(table, key, shifted(key, offset), offset);
    return table;
  }

  private convert(node: AST.TOMLContentNode, offset: number): TreeNode {
    const span = shifted(node, offset);
    if (node.type === 'TOMLArray') {
      const items = node.elements.map((element) => this.convert(element, offset));
      return listNode(items, span, true);
    }
    if (node.type === 'TOMLInlineTable') {
      const table = newTable(span);
      for (const body of node.body) this.addKeyValue(table, body, offset);
      return finishTable({ ...table, span }, true);
    }
    if (node.kind !== 'string') return scalarNode(this.text.slice(span.start, span.end), span);
    return scalarNode(node.value, span, node.style === 'basic' ? 'double' : 'single');
  }
}

type Key = AST.TOMLBare | AST.TOMLQuoted;

function newTable(span: Span): DraftMap {
  return { type: 'table', entries: [], span };
}

function openTable(parent: DraftMap, key: Key, span: Span, offset: number): DraftMap | undefined {
  const name = keyText(key);
  const found = parent.entries.find((entry) => entry.key === name)?.value;
  if (found?.type === 'tables') return found.items[found.items.length - 1];
  if (found) return found.type === 'table' ? found : undefined;
  const table = newTable(span);
  parent.entries.push({ key: name, keySpan: shifted(key, offset), value: table });
  return table;
}

function addToTables(parent: DraftMap, key: Key, span: Span, offset: number): DraftMap | undefined {
  const name = keyText(key);
  const found = parent.entries.find((entry) => entry.key === name)?.value;
  if (found && found.type !== 'tables') return undefined;
  const table = newTable(span);
  if (found) found.items.push(table);
  else
    parent.entries.push({
      key: name,
      keySpan: shifted(key, offset),
      value: { type: 'tables', items: [table] },
    });
  return table;
}

function finishTable(table: DraftMap, flow = false): MapNode {
  const entries: Entry[] = table.entries.map(({ key, keySpan, value }) => ({
    key,
    keySpan,
    value: finish(value),
  }));
  return mapNode(entries, table.span, flow);
}

function finish(draft: Draft): TreeNode {
  if (draft.type === 'value') return draft.node;
  if (draft.type === 'table') return finishTable(draft);
  const start = draft.items[0]?.span.start ?? 0;
  const end = draft.items.reduce((most, { span }) => Math.max(most, span.end), start);
  return listNode(
    draft.items.map((item) => finishTable(item)),
    { start, end },
  );
}

function keyText(key: Key): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function shifted(node: { readonly range: readonly [number, number] }, offset: number): Span {
  return { start: node.range[0] + offset, end: node.range[1] + offset };
}
