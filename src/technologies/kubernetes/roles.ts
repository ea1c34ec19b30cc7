import type { NodeView, Value } from '../../core';
import { textsOf } from './containers';

/** What one rule of a role grants. */
export interface Grant {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Where the resources and the verbs stand. */
  readonly resourceList: NodeView;
  readonly verbList: NodeView;
}

/** Reads a rule of a role; undefined where a part of it is not known or it grants no resources. */
export function grantOf(rule: NodeView): Grant | undefined {
  const groups = textsOf(rule.list('apiGroups'));
  const resources = textsOf(rule.list('resources'));
  const verbs = textsOf(rule.list('verbs'));
  const resourceList = rule.at('resources');
  const verbList = rule.at('verbs');
  if (!groups || !resources || !verbs || !resourceList || !verbList) return undefined;
  return { groups, resources, verbs, resourceList, verbList };
}

/** Whether the grant covers one of these resources of the core group; a wildcard covers all. */
export function coversCore(grant: Grant, ...wanted: string[]): boolean {
  if (!grant.groups.some((group) => group === '' || group === '*')) return false;
  return grant.resources.some((resource) => resource === '*' || wanted.includes(resource));
}

/** The first of these verbs that the grant allows; a wildcard allows all. */
export function allowedVerb(grant: Grant, ...wanted: string[]): string | undefined {
  return grant.verbs.find((verb) => verb === '*' || wanted.includes(verb));
}

/** The item of a list whose text passes, to underline it. */
export function itemWith(list: NodeView, passes: (text: string) => boolean): NodeView | undefined {
  return list.items().find((item) => {
    const text: Value<string> = item.text();
    return text.is === 'known' && passes(text.value);
  });
}
