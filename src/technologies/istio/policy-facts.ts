import type { Fact, NodeView } from '../../core';
import { known } from '../../core';

/** The service accounts that an AuthorizationPolicy names. */
export function* principalFacts(root: NodeView): Iterable<Fact> {
  const policy = known(root.text('metadata', 'name')) ?? '';
  const anyToken = { value: false };
  for (const rule of root.at('spec', 'rules')?.items() ?? []) {
    for (const from of rule.at('from')?.items() ?? []) {
      yield* principalsOf(from, policy);
      anyToken.value ||= ['requestPrincipals', 'notRequestPrincipals'].some((key) => from.has('source', key));
    }
  }
  const name = root.text('metadata', 'name');
  if (!anyToken.value || name.is !== 'known') return;
  const attributes = { kind: 'AuthorizationPolicy', ...placeOf(root) };
  yield { type: 'token-policy', name: name.value, attributes, span: name.span };
}

/** `cluster.local/ns/fraud/sa/processor` is the service account `processor` of the namespace `fraud`. */
function* principalsOf(from: NodeView, policy: string): Iterable<Fact> {
  for (const item of from.at('source', 'principals')?.items() ?? []) {
    const principal = item.text();
    const [, namespace, serviceAccount] =
      principal.is === 'known' ? (/^[^/]+\/ns\/([\w.-]+)\/sa\/([\w.-]+)$/.exec(principal.value) ?? []) : [];
    if (principal.is !== 'known' || namespace === undefined || serviceAccount === undefined) continue;
    const attributes = { namespace, serviceAccount, policy };
    yield { type: 'principal', name: principal.value, attributes, span: principal.span };
  }
}

/** A RequestAuthentication alone lets requests without any token pass; a policy must demand one. */
export function* authenticationFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const attributes = { kind: 'RequestAuthentication', ...placeOf(root) };
  yield { type: 'token-authentication', name: name.value, attributes, span: name.span };
}

/** Namespace and selector, by which the two belong together. */
function placeOf(root: NodeView): Record<string, string> {
  const namespace = known(root.text('metadata', 'namespace'));
  const labels = root.at('spec', 'selector', 'matchLabels')?.entries() ?? [];
  const selector = labels
    .map((label) => `${label.key}=${known(label.text()) ?? '?'}`)
    .sort()
    .join(',');
  return { selector, ...(namespace !== undefined && { namespace }) };
}
