import { known } from '../../core';
import type { Edit, NodeView, Value } from '../../core';

/** Views of all containers that have resources and a lifetime of their own; ephemeral ones have none. */
export const lastingContainers = [
  { view: 'kubernetes/container', path: [] },
  { view: 'kubernetes/init-container', path: [] },
] as const;

/** The container's name for a message; "unnamed" where it has none yet. */
export function containerName(container: NodeView): string {
  return known(container.text('name')) ?? 'unnamed';
}

/** A setting in effect for a container: its own, else its pod's. The anchor of an absent one is the container's. */
export function securitySetting(container: NodeView, ...key: string[]): Value<string> {
  const own = container.text('securityContext', ...key);
  if (own.is !== 'absent') return own;
  const inherited = container.outer?.text('securityContext', ...key);
  return inherited && inherited.is !== 'absent' ? inherited : own;
}

/** Whether the text is YAML's true or false, quoted ones included, for peers and people mean it so. */
export function isTrue(value: Value<string>): boolean {
  return value.is === 'known' && /^(?:true|yes|on)$/i.test(value.value);
}

/** Whether the text is false in any spelling. */
export function isFalse(value: Value<string>): boolean {
  return value.is === 'known' && /^(?:false|no|off)$/i.test(value.value);
}

/** The texts of a list of scalars; undefined where something in it is not known. */
export function textsOf(list: Value<readonly NodeView[]>): readonly string[] | undefined {
  if (list.is === 'absent') return [];
  if (list.is !== 'known') return undefined;
  const texts = list.value.map((item) => known(item.text()));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Edits that remove one item of a list, with its line. */
export function removeItem(list: NodeView, item: NodeView): Edit[] | undefined {
  if (list.node?.type !== 'list') return undefined;
  const index = Number(item.key);
  const own = list.node.items[index];
  if (!own || own.type === 'alias') return undefined;
  return list.context.edits?.removeItem(list.document, list.node, own);
}
