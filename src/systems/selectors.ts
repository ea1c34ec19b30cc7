import type { PlacedFact } from '../core';

/** Whether the selector may match the labels; true where one of them is not known. */
export function maySelect(selector: PlacedFact, pods: PlacedFact): boolean {
  const wanted = selector.attributes['selector'];
  const { labels } = pods.attributes;
  if (!mayShareNamespace(selector, pods)) return false;
  if (wanted === undefined || labels === undefined) return true;
  const given = new Set(labels.split(','));
  return wanted === '' || wanted.split(',').every((pair) => given.has(pair));
}

/** Whether both may be in one namespace: an overlay may set the one that is not given. */
export function mayShareNamespace(a: PlacedFact, b: PlacedFact): boolean {
  const first = a.attributes['namespace'];
  const second = b.attributes['namespace'];
  return first === undefined || second === undefined || first === second;
}
