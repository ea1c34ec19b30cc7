import assert from 'node:assert/strict';
import type { DocumentModel } from '../../../src/core/document';
import type { Span } from '../../../src/core/span';
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from '../../../src/core/tree';

/** The node at a path of keys and item numbers; fails when it is not there. */
export function nodeAt(document: DocumentModel, ...path: readonly (string | number)[]): TreeNode {
  let node = document.root;
  for (const step of path) node = node && childOf(node, step);
  assert.ok(node, `nothing at ${path.join('/')}`);
  return node;
}

function childOf(node: TreeNode, step: string | number): TreeNode | undefined {
  if (node.type === 'list') return node.items[Number(step)];
  return node.type === 'map'
    ? node.entries.findLast((entry) => entry.key === String(step))?.value
    : undefined;
}

/** The scalar at a path. */
export function scalarIn(document: DocumentModel, ...path: readonly (string | number)[]): ScalarNode {
  const node = nodeAt(document, ...path);
  return node.type === 'scalar' ? node : assert.fail(`no scalar at ${path.join('/')}`);
}

/** The map at a path. */
export function mapAt(document: DocumentModel, ...path: readonly (string | number)[]): MapNode {
  const node = nodeAt(document, ...path);
  return node.type === 'map' ? node : assert.fail(`no map at ${path.join('/')}`);
}

/** The list at a path. */
export function listAt(document: DocumentModel, ...path: readonly (string | number)[]): ListNode {
  const node = nodeAt(document, ...path);
  return node.type === 'list' ? node : assert.fail(`no list at ${path.join('/')}`);
}

/** The entry at a path. */
export function entryAt(document: DocumentModel, ...path: readonly (string | number)[]): Entry {
  const entry = mapAt(document, ...path.slice(0, -1)).entries.findLast(
    ({ key }) => key === String(path.at(-1)),
  );
  return entry ?? assert.fail(`no entry at ${path.join('/')}`);
}

/** The text that a span covers. */
export function sliceOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : assert.fail('no span');
}

/** Keys and texts of a flat root map. */
export function pairsOf(document: DocumentModel): [string, string][] {
  const { root } = document;
  if (root?.type !== 'map') return [];
  return root.entries.map(({ key, value }) => [
    key,
    value.type === 'scalar' ? value.text : `<${value.type}>`,
  ]);
}

/** The tree as plain values, scalars as their text. */
export function plainOf(node: TreeNode | undefined): unknown {
  if (!node || node.type === 'alias') return undefined;
  if (node.type === 'scalar') return node.text;
  if (node.type === 'list') return node.items.map(plainOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
}
