import type { NodeView } from '../../core';

const label = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/i;

/** What Istio's ValidateWildcardDomain says of a host: undefined where it takes it. */
export function hostFault(host: string): 'empty' | 'label' | undefined {
  if (host === '') return 'empty';
  const [first = '', ...rest] = host.split('.');
  const isWildcard = first.startsWith('*') && (first === '*' || label.test(first.replace(/^\*-?/, '')));
  if (!isWildcard && !label.test(first)) return 'label';
  // The last label may be empty: `scorer.example.com.` is unambiguous.
  if (rest.at(-1) === '') rest.pop();
  return rest.every((part) => label.test(part)) ? undefined : 'label';
}

/** Whether the list at this place is surely there and without items. */
export function isEmptyList(at: NodeView, ...path: readonly string[]): boolean {
  const found = at.list(...path);
  return found.is === 'known' && found.value.length === 0;
}
