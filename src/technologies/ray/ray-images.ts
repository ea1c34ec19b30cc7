import type { NodeView, Span } from '../../core';

/** An image reference cut at its tag; a digest is left out. */
export function imageParts(image: string): { readonly repository: string; readonly tag: string | undefined } {
  const [name = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  if (colon <= name.lastIndexOf('/')) return { repository: name, tag: undefined };
  return { repository: name.slice(0, colon), tag: name.slice(colon + 1) };
}

/** The Ray version in the tag of Ray's own images; undefined for other images and tags. */
export function rayVersionOf(group: NodeView): { readonly version: string; readonly span: Span } | undefined {
  const image = group.text('template', 'spec', 'containers', '0', 'image');
  if (image.is !== 'known') return undefined;
  const { repository, tag } = imageParts(image.value);
  if (!/(?:^|\/)rayproject\/ray(?:-\w+)?$/.test(repository)) return undefined;
  const version = /^(\d+\.\d+\.\d+)(?:[.-]|$)/.exec(tag ?? '')?.[1];
  return version === undefined ? undefined : { version, span: image.span };
}

/** Whether a Ray version is below another; undefined when it is no version. */
export function isVersionBelow(version: string, bound: readonly [number, number]): boolean | undefined {
  const match = /^v?(\d+)\.(\d+)/.exec(version);
  if (!match) return undefined;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major < bound[0] || (major === bound[0] && minor < bound[1]);
}
