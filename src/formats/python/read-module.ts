import type { SyntaxNode, Tree } from '@lezer/common';
import type { Entry, MapNode, TreeNode } from '../../core/tree';
import { entryOf, listNode, mapNode, mapOf, scalarAt, scalarNode } from '../node-builders';
import { childrenOf, readBindings } from './bindings';
import type { ImportedName } from './bindings';
import { ValueReader } from './read-values';

/** Where the arguments of a call end, for edits that add one. */
export interface ArgumentEnd {
  /** After the last argument; after the parenthesis when there is none. */
  readonly last: number;
  readonly isEmpty: boolean;
  /** Offset after a trailing comma. */
  readonly comma: number | undefined;
}

/** The tree of a module, and where each argument list ends by the offset of its parenthesis. */
export interface PythonModule {
  readonly root: MapNode;
  readonly argumentEnds: ReadonlyMap<number, ArgumentEnd>;
}

/**
 * Reads a module: `imports`, `calls` (also under `byName` by dotted name and `byMethod` by last name),
 * `strings`, `formatted` (f-strings), `assignments` of names bound once.
 */
export function readModule(source: string, tree: Tree): PythonModule {
  const bindings = readBindings(source, tree);
  const reader = new ValueReader(source, bindings);
  const collected = collect(source, tree, reader);
  const whole = { start: 0, end: source.length };
  const assignments = [...bindings.assigned].map(([name, value]) =>
    mapOf(
      { name: scalarNode(name, { start: value.from, end: value.to }), value: reader.valueOf(value) },
      whole,
    ),
  );
  const root = mapOf(
    {
      imports: listNode(
        bindings.imports.map((imported) => importNode(source, imported)),
        whole,
      ),
      calls: listNode(
        collected.calls.map(({ node }) => node),
        whole,
      ),
      byName: index(collected.calls, (name) => name, whole),
      byMethod: index(
        collected.calls,
        (name) => (name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : undefined),
        whole,
      ),
      strings: listNode(collected.strings, whole),
      formatted: listNode(collected.formatted, whole),
      assignments: listNode(assignments, whole),
    },
    whole,
  );
  return { root, argumentEnds: collected.argumentEnds };
}

interface Call {
  readonly name: string;
  readonly node: MapNode;
}

interface Collected {
  readonly calls: Call[];
  readonly strings: TreeNode[];
  readonly formatted: TreeNode[];
  readonly argumentEnds: Map<number, ArgumentEnd>;
}

function collect(source: string, tree: Tree, reader: ValueReader): Collected {
  const found: Collected = { calls: [], strings: [], formatted: [], argumentEnds: new Map() };
  const functions: string[] = [''];
  tree.iterate({
    enter(reference) {
      const { name } = reference;
      if (name === 'FunctionDefinition') functions.push(`${reference.from}`);
      if (name === 'CallExpression' || name === 'Decorator')
        addCall(source, reference.node, reader, functions, found);
      if (
        name === 'String' &&
        reference.node.parent?.name !== 'ContinuedString' &&
        !isDocumentation(reference.node)
      ) {
        found.strings.push(reader.valueOf(reference.node));
      }
      if (name === 'ContinuedString') found.strings.push(reader.valueOf(reference.node));
      if (name === 'FormatString') found.formatted.push(reader.valueOf(reference.node));
    },
    leave(reference) {
      if (reference.name === 'FunctionDefinition') functions.pop();
    },
  });
  return found;
}

function isDocumentation(node: SyntaxNode): boolean {
  return node.parent?.name === 'ExpressionStatement';
}

function addCall(
  source: string,
  node: SyntaxNode,
  reader: ValueReader,
  functions: readonly string[],
  found: Collected,
): void {
  const list = node.getChild('ArgList');
  const callee = node.name === 'Decorator' ? undefined : node.firstChild;
  if (!list || callee === null || list.getChild('⚠') || source[list.to - 1] !== ')') return;
  const children = childrenOf(node);
  const start = callee?.from ?? children[1]?.from ?? node.from;
  const span = { start, end: callee?.to ?? list.from };
  const name = callee ? reader.nameOf(callee) : decoratorName(source, children, reader);
  const { keywords, positional, spread, end } = readArguments(source, list, reader);
  if (keywords.some((entry) => entry.key === '⚠')) return;
  found.argumentEnds.set(list.from, end);
  const entries: Entry[] = [
    { key: 'callee', keySpan: span, value: scalarAt(source, span) },
    { key: 'resolved', keySpan: span, value: scalarNode(name, span) },
    entryOf('positional', listNode(positional, { start: list.from, end: list.to }), span),
    { key: 'keywords', keySpan: span, value: mapNode(keywords, { start: list.from, end: list.to }, true) },
    { key: 'within', keySpan: span, value: scalarNode(functions[functions.length - 1] ?? '', span) },
  ];
  if (spread) entries.push({ key: 'spread', keySpan: span, value: scalarNode('true', span) });
  found.calls.push({ name, node: mapNode(entries, { start, end: list.to }, true) });
}

function decoratorName(source: string, children: readonly SyntaxNode[], reader: ValueReader): string {
  const names = children.filter((child) => child.name === 'VariableName');
  const [root, ...rest] = names;
  return [reader.nameOf(root ?? null), ...rest.map((node) => source.slice(node.from, node.to))].join('.');
}

interface Arguments {
  readonly keywords: readonly Entry[];
  readonly positional: readonly TreeNode[];
  readonly spread: boolean;
  readonly end: ArgumentEnd;
}

function readArguments(source: string, list: SyntaxNode, reader: ValueReader): Arguments {
  const keywords: Entry[] = [];
  const positional: TreeNode[] = [];
  let spread = false;
  let comma: number | undefined;
  let last = list.from + 1;
  const children = childrenOf(list).slice(1, -1);
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (!child) continue;
    comma = child.name === ',' ? child.to : undefined;
    if (child.name === ',') continue;
    last = child.to;
    if (child.name === '*' || child.name === '**') {
      spread = true;
      last = children[++index]?.to ?? last;
    } else if (children[index + 1]?.name === 'AssignOp') {
      const value = children[index + 2];
      const key = source.slice(child.from, child.to);
      if (value) keywords.push(entryOf(key, reader.valueOf(value), { start: child.from, end: child.to }));
      last = value?.to ?? last;
      index += 2;
    } else {
      positional.push(reader.valueOf(child));
      // A generator without parentheses of its own: its parts follow as siblings.
      if (children[index + 1]?.name === 'for') break;
    }
  }
  return { keywords, positional, spread, end: { last, isEmpty: children.length === 0, comma } };
}

function index(
  calls: readonly Call[],
  keyOf: (name: string) => string | undefined,
  span: { start: number; end: number },
): MapNode {
  const groups = new Map<string, TreeNode[]>();
  for (const { name, node } of calls) {
    const key = keyOf(name);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return mapNode(
    [...groups].map(([key, items]) => entryOf(key, listNode(items, span))),
    span,
  );
}

function importNode(
  source: string,
  { statement, module, alias, moduleSpan, nameNode }: ImportedName,
): MapNode {
  const span = { start: moduleSpan.from, end: moduleSpan.to };
  return mapOf(
    {
      module: scalarNode(module, span),
      name: nameNode && scalarAt(source, { start: nameNode.from, end: nameNode.to }),
      alias: alias === undefined ? undefined : scalarNode(alias, span),
    },
    { start: statement.from, end: statement.to },
  );
}
