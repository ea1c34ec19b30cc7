import { findEntry, resolve } from '../../core';
import type { Adapted, Entry, MapNode, ResolvedNode, ScalarNode } from '../../core';

/** Variables of a service, a container or a stage, however it lists them; `complete` where each says its value. */
export function variablesOf(node: MapNode): {
  readonly entries: readonly Entry[];
  readonly complete: boolean;
} {
  const found = [...fromMapOrList(node, 'environment'), ...fromMapOrList(node, 'env')];
  return { entries: found, complete: found.every(({ key }) => key !== '') };
}

/** The variables as a view of their own. */
export function variablesIn(node: ResolvedNode): Adapted | undefined {
  if (node.type !== 'map') return undefined;
  const { entries } = variablesOf(node);
  if (!entries.some(({ key }) => key.startsWith('MLFLOW_'))) return undefined;
  return { node: { type: 'map', entries, span: node.span, flow: false } };
}

function fromMapOrList(node: MapNode, key: string): readonly Entry[] {
  const value = resolve(findEntry(node, key)?.entry.value);
  if (value?.type === 'map') return value.entries;
  return value?.type === 'list' ? value.items.flatMap((item) => listed(resolve(item))) : [];
}

/** `NAME=value`, or a map of name and value. */
function listed(item: ResolvedNode | undefined): readonly Entry[] {
  if (item?.type === 'scalar') {
    const equals = item.text.indexOf('=');
    const name = equals < 0 ? item.text : item.text.slice(0, equals);
    const text = equals < 0 ? '${}' : item.text.slice(equals + 1);
    return [{ key: name, keySpan: item.span, value: { ...item, text } }];
  }
  if (item?.type !== 'map') return [];
  const name = resolve(findEntry(item, 'name')?.entry.value);
  const value = resolve(findEntry(item, 'value')?.entry.value);
  if (name?.type !== 'scalar') return [];
  return [{ key: name.text, keySpan: name.span, value: value?.type === 'scalar' ? value : elsewhere(name) }];
}

/** A value that a Secret or another field supplies. */
function elsewhere(name: ScalarNode): ScalarNode {
  return { type: 'scalar', text: '${}', style: 'plain', span: name.span };
}
