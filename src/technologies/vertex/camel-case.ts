import type { Adapted, DocumentModel, FormatEdits, ResolvedNode, TreeNode } from '../../core';
import { findEntry, resolve } from '../../core';

/** The node with keys in camel case, as the API writes them; protobuf reads `worker_pool_specs` as the same. */
export function inCamelCase(node: ResolvedNode): Adapted {
  const camel = renamed(node, 0);
  return camel === node ? { node, edits: 'same' } : { node: camel, edits: inSnakeCase };
}

/** The value of a key in either spelling. */
export function valueOf(node: ResolvedNode | undefined, key: string): ResolvedNode | undefined {
  if (node?.type !== 'map') return undefined;
  return resolve((findEntry(node, key) ?? findEntry(node, snake(key)))?.entry.value);
}

/** Text of the scalar at a key in either spelling, with its place. */
export function scalarOf(
  node: ResolvedNode | undefined,
  key: string,
): Extract<ResolvedNode, { type: 'scalar' }> | undefined {
  const value = valueOf(node, key);
  return value?.type === 'scalar' ? value : undefined;
}

/** Whether the document's root has that key in either spelling. */
export function rootHas({ root }: DocumentModel, key: string): boolean {
  return valueOf(resolve(root), key) !== undefined;
}

function renamed<N extends TreeNode>(node: N, depth: number): N;
function renamed(node: TreeNode, depth: number): TreeNode {
  if (depth > 20) return node;
  if (node.type === 'list') {
    const items = node.items.map((item) => renamed(item, depth + 1));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  if (node.type !== 'map') return node;
  const entries = node.entries.map((entry) => {
    const key = camel(entry.key);
    const value = renamed(entry.value, depth + 1);
    return key === entry.key && value === entry.value ? entry : { ...entry, key, value };
  });
  return entries.every((entry, index) => entry === node.entries[index]) ? node : { ...node, entries };
}

/** Edits that write new keys as the file writes its own. */
function inSnakeCase(own: FormatEdits): FormatEdits {
  return {
    setScalar: (document, node, value) => own.setScalar(document, node, value),
    replace: (document, entry, value) => own.replace(document, entry, value),
    insert: (document, map, key, value) => own.insert(document, map, snake(key), value),
    remove: (document, map, entry) => own.remove(document, map, entry),
    renameKey: (document, entry, key) => own.renameKey(document, entry, snake(key)),
    append: (document, list, value) => own.append(document, list, value),
    removeItem: (document, list, item) => own.removeItem(document, list, item),
  };
}

function camel(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
