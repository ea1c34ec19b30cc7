import type { DocumentModel, Kind, NodeView, Registry, Span } from '../core';
import { Visitor } from '../core';
import { lookupRegistry } from './version-places';

/** A key that stands in a file, in a view whose keys are defined. */
export interface WrittenKey {
  /** The root of the view. */
  readonly root: NodeView;
  /** The whole name: nested keys joined by dots where the view reads them so. */
  readonly name: string;
  readonly at: NodeView;
}

/** The views of a sub-document whose keys are defined by software. */
export function keyViews(registry: Registry, document: DocumentModel, kinds: readonly Kind[]): NodeView[] {
  const roots: NodeView[] = [];
  const { edits } = registry.format(document.format);
  const visitor = new Visitor(
    lookupRegistry(registry),
    document,
    edits,
    () => undefined,
    (root) => {
      if (root.context.view.keys) roots.push(root);
    },
  );
  visitor.visit(kinds, false);
  return roots;
}

/** The keys written in a view. */
export function* keysIn(root: NodeView): Iterable<WrittenKey> {
  const dotted = root.context.view.dottedKeys === true;
  yield* below(root, root, '', dotted);
}

function* below(root: NodeView, at: NodeView, prefix: string, dotted: boolean): Iterable<WrittenKey> {
  for (const entry of at.entries()) {
    const name = prefix + entry.key;
    yield { root, name, at: entry };
    if (dotted && entry.node?.type === 'map' && name.length < 200)
      yield* below(root, entry, `${name}.`, dotted);
  }
}

/** The keys that an offset is on: on the key itself or on its scalar value. */
export function keysAt(roots: readonly NodeView[], offset: number): WrittenKey[] {
  return roots.flatMap((root) =>
    [...keysIn(root)].filter(
      ({ at }) => isIn(at.anchor, offset) || (at.node?.type === 'scalar' && isIn(at.node.span, offset)),
    ),
  );
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
