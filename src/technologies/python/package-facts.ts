import { findEntry, resolve } from '../../core';
import type { Fact, ResolvedNode } from '../../core';

/** One fact for each package of a list in the shape of a requirements file. */
export function* packageFacts(node: ResolvedNode | undefined): Iterable<Fact> {
  const list = node?.type === 'map' ? resolve(findEntry(node, 'requirements')?.entry.value) : undefined;
  if (list?.type !== 'list') return;
  for (const item of list.items) {
    const [name, specifier, version] = ['name', 'specifier', 'version'].map((key) =>
      scalarOf(resolve(item), key),
    );
    if (!name) continue;
    const attributes = {
      ...(version && { version: version.text }),
      ...(specifier && { specifier: specifier.text }),
    };
    yield { type: 'package', name: normalName(name.text), attributes, span: name.span };
  }
}

/** A package's name as PyPI compares it. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function scalarOf(
  node: ResolvedNode | undefined,
  key: string,
): { text: string; span: { start: number; end: number } } | undefined {
  const value = node?.type === 'map' ? resolve(findEntry(node, key)?.entry.value) : undefined;
  return value?.type === 'scalar' ? value : undefined;
}
