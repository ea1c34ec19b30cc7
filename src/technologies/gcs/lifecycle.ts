import { known } from '../../core';
import type { NodeView, Value } from '../../core';

/** A part of a lifecycle rule: a map, or the only block of that name. */
function part(rule: NodeView, name: string): NodeView | undefined {
  const found = rule.at(name);
  return found?.node?.type === 'list' ? found.items()[0] : found;
}

/** What a rule does. */
export function actionOf(rule: NodeView): NodeView | undefined {
  return part(rule, 'action');
}

/** When a rule does it. */
export function conditionOf(rule: NodeView): NodeView | undefined {
  return part(rule, 'condition');
}

/** The type of the action as written: Delete, SetStorageClass. */
export function actionType(rule: NodeView): string | undefined {
  const action = actionOf(rule);
  return action && known(action.text('type'));
}

/** The class that objects are moved to. */
export function storageClass(rule: NodeView): Value<string> | undefined {
  const action = actionOf(rule);
  if (!action) return undefined;
  return action.has('storage_class') ? action.text('storage_class') : action.text('storageClass');
}

/** The age in days from which the rule holds. */
export function ageOf(rule: NodeView): Value<number> | undefined {
  return conditionOf(rule)?.number('age');
}

/** Prefixes of names that the rule is limited to; undefined where it is not. */
export function prefixesOf(rule: NodeView): readonly string[] | undefined {
  const condition = conditionOf(rule);
  const list = condition?.at('matchesPrefix') ?? condition?.at('matches_prefix');
  return list?.items().flatMap((item) => known(item.text()) ?? []);
}

const ageKeys = new Set(['age', 'send_age_if_zero']);

/** Whether anything but age says which objects the rule is for. */
export function isScoped(rule: NodeView): boolean {
  const keys = conditionOf(rule)?.entries() ?? [];
  return keys.some((entry) => {
    if (ageKeys.has(entry.key)) return false;
    return !/^with_?state$/i.test(entry.key) || known(entry.text()) !== 'ANY';
  });
}

/** Whether the rule is for versions that a newer one has replaced. */
export function isForOldVersions(rule: NodeView): boolean {
  const condition = conditionOf(rule);
  if (!condition) return false;
  if (known(condition.boolean('isLive')) === false) return true;
  return condition.entries().some(({ key, node }) => {
    if (/^with_?state$/i.test(key)) return node?.type === 'scalar' && node.text !== 'LIVE';
    return /noncurrent|num_?newer_?versions/i.test(key);
  });
}
