import type { Span } from './span';

/** How a scalar was written; `plain` is without quotes. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A piece of text: a string, number, boolean, null, or an instruction's argument. */
export interface ScalarNode {
  readonly type: 'scalar';
  /** The decoded text, without quotes and escapes. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** The whole token, quotes included. */
  readonly span: Span;
  /** The tag as written, such as `!Ref`, when there is one. */
  readonly tag?: string;
  readonly anchor?: string;
}

/** One key with its value. */
export interface Entry {
  readonly key: string;
  /** The key's token, quotes included. */
  readonly keySpan: Span;
  readonly value: TreeNode;
}

/** Keys with values, in the order of the text; a key may stand twice in a faulty file. */
export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly Entry[];
  readonly span: Span;
  readonly flow: boolean;
  readonly tag?: string;
  readonly anchor?: string;
}

/** Values in order. */
export interface ListNode {
  readonly type: 'list';
  readonly items: readonly TreeNode[];
  readonly span: Span;
  readonly flow: boolean;
  readonly tag?: string;
  readonly anchor?: string;
}

/** A YAML alias; `target` is what its anchor names, absent when there is no such anchor before it. */
export interface AliasNode {
  readonly type: 'alias';
  readonly name: string;
  readonly span: Span;
  readonly target?: TreeNode;
}

/** One node of the tree that every format gives. */
export type TreeNode = ScalarNode | MapNode | ListNode | AliasNode;

/** A node that is no alias. */
export type ResolvedNode = ScalarNode | MapNode | ListNode;

const longestAliasChain = 8;

/** The node itself, or what an alias stands for; undefined for a dangling or cyclic alias. */
export function resolve(node: TreeNode | undefined): ResolvedNode | undefined {
  let current = node;
  for (let step = 0; current?.type === 'alias'; step++) {
    if (step > longestAliasChain) return undefined;
    current = current.target;
  }
  return current;
}

/** A key found in a map, and whether it came through a YAML merge key (`<<`). */
export interface FoundEntry {
  readonly entry: Entry;
  readonly merged: boolean;
}

/** The entry of that key: the last one written, else one that a merge key (`<<`) brings in. */
export function findEntry(map: MapNode, key: string): FoundEntry | undefined {
  for (let index = map.entries.length - 1; index >= 0; index--) {
    const entry = map.entries[index];
    if (entry?.key === key) return { entry, merged: false };
  }
  return findMerged(map, key, 0);
}

function findMerged(map: MapNode, key: string, depth: number): FoundEntry | undefined {
  if (depth > longestAliasChain || !hasMerges(map)) return undefined;
  for (const source of mergeSources(map)) {
    const own = source.entries.find((entry) => entry.key === key);
    if (own) return { entry: own, merged: true };
    const deeper = findMerged(source, key, depth + 1);
    if (deeper) return deeper;
  }
  return undefined;
}

/** Whether a map brings in others by `<<`; few do. */
export function hasMerges(map: MapNode): boolean {
  for (const { key } of map.entries) if (key === '<<') return true;
  return false;
}

/** The maps that `<<` of this map brings in, nearest first. */
export function mergeSources(map: MapNode): MapNode[] {
  const sources: MapNode[] = [];
  for (const entry of map.entries) {
    if (entry.key !== '<<') continue;
    const value = resolve(entry.value);
    if (value?.type === 'map') sources.push(value);
    if (value?.type === 'list') {
      for (const item of value.items) {
        const resolved = resolve(item);
        if (resolved?.type === 'map') sources.push(resolved);
      }
    }
  }
  return sources;
}

/** All entries a reader of the map sees: its own, then merged ones that it does not override. */
export function effectiveEntries(map: MapNode, depth = 0): readonly FoundEntry[] {
  if (!hasMerges(map)) return map.entries.map((entry) => ({ entry, merged: false }));
  const seen = new Set<string>();
  const found: FoundEntry[] = [];
  for (const entry of map.entries) {
    if (entry.key === '<<') continue;
    seen.add(entry.key);
    found.push({ entry, merged: false });
  }
  if (depth > longestAliasChain) return found;
  for (const source of mergeSources(map)) {
    for (const { entry } of effectiveEntries(source, depth + 1)) {
      if (seen.has(entry.key)) continue;
      seen.add(entry.key);
      found.push({ entry, merged: true });
    }
  }
  return found;
}
