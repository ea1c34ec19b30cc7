import type { NodeView } from '../../core';

/** The places of all resources of these types. */
export function resources(
  ...types: readonly string[]
): { readonly view: string; readonly path: readonly string[] }[] {
  return types.map((type) => ({ view: 'terraform/module', path: ['resource', type, '*'] }));
}

/** The type of the resource here. */
export function typeOf(resource: NodeView): string {
  return resource.path[1] ?? '';
}

/** The name of the bucket, and what the configuration calls it, say that models are kept in it. */
export function keepsModels(bucket: NodeView, nameKey: string): boolean {
  const name = bucket.text(nameKey);
  const words = `${bucket.key} ${name.is === 'known' ? name.value : ''}`;
  return /model|artifact|mlflow|registry|checkpoint/i.test(words);
}
