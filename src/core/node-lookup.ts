import type { DocumentModel, FormatId, PlainValue } from './document';
import type { Path } from './kind';
import type { Span } from './span';
import { findEntry, mergeSources, resolve } from './tree';
import type { Entry, MapNode, ScalarNode, TreeNode } from './tree';
import { isPlaceholder } from './value';

/** `a.b.c` in a map whose keys may be joined by dots or nested, in any mixture. */
export function findDotted(
  map: MapNode,
  key: string,
): { entry: Entry; merged: boolean; parent: MapNode } | undefined {
  const own = findEntry(map, key);
  if (own) return { ...own, parent: map };
  for (const entry of map.entries) {
    const deeper = findBelow(entry, key);
    if (deeper) return deeper;
  }
  for (const source of mergeSources(map)) {
    const merged = findDotted(source, key);
    if (merged) return { ...merged, merged: true };
  }
  return undefined;
}

/** What a nested map under one of the key's leading parts has for the rest of it. */
function findBelow(
  entry: Entry,
  key: string,
): { entry: Entry; merged: boolean; parent: MapNode } | undefined {
  const { length } = entry.key;
  if (key.charCodeAt(length) !== 46 || !key.startsWith(entry.key)) return undefined;
  const value = resolve(entry.value);
  return value?.type === 'map' ? findDotted(value, key.slice(length + 1)) : undefined;
}

/** Whether a template engine supplies some of the text of a span. */
export function isMasked(document: DocumentModel, span: Span): boolean {
  return document.masked.some((masked) => masked.start < span.end && span.start < masked.end);
}

/** Whether a scalar's text is not known before something fills it in. */
export function isUnknownScalar(document: DocumentModel, node: ScalarNode): boolean {
  if (isPlaceholder(node.text)) return true;
  if (isNull(document, node)) return true;
  if (document.masked.length > 0 && isMasked(document, node.span)) return true;
  return node.tag !== undefined && !node.tag.startsWith('!!') && !node.tag.startsWith('tag:yaml.org');
}

const formatsWithNull: ReadonlySet<FormatId> = new Set(['yaml', 'json', 'markdown']);

/** A key without a value: half-typed, or left to a default; nothing follows from it unless the view's reader drops it. */
export function isNull(document: DocumentModel, node: ScalarNode): boolean {
  if (node.style !== 'plain' || !formatsWithNull.has(document.format)) return false;
  return node.text === '' || /^(?:~|null|Null|NULL)$/.test(node.text);
}

/** A value inside new maps of a path's keys. */
export function nest(path: Path, value: PlainValue): PlainValue {
  return path.reduceRight<PlainValue>((inner, key) => ({ [key]: inner }), value);
}

/** Where a node begins: its first key, or the scalar itself; never a whole block. */
export function firstToken(node: TreeNode): Span {
  if (node.type === 'map') return node.entries[0]?.keySpan ?? node.span;
  if (node.type === 'list') return node.items[0] ? firstToken(node.items[0]) : node.span;
  return node.span;
}
