import type { Fact, NodeView } from '../../core';
import { known } from '../../core';

/** What a NetworkPolicy or a PodDisruptionBudget selects; no `selector` where it is not plainly by labels. */
export function* policyFacts(type: string, selectorPath: readonly string[], root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const selector = selectorOf(root.at(...selectorPath));
  const types =
    root
      .at('spec', 'policyTypes')
      ?.items()
      .map((item) => known(item.text()) ?? '') ?? [];
  yield {
    type,
    name: name.value,
    attributes: {
      ...namespaceOf(root),
      ...(selector !== undefined && { selector }),
      ...(types.length > 0 && { types: types.join(',') }),
      ...(root.has('spec', 'ingress') && { ingress: 'true' }),
      ...(root.has('spec', 'egress') && { egress: 'true' }),
    },
    span: name.span,
  };
}

/** The Services that an Ingress sends requests to. */
export function* ingressFacts(root: NodeView): Iterable<Fact> {
  const paths = (root.at('spec', 'rules')?.items() ?? []).flatMap(
    (rule) => rule.at('http', 'paths')?.items() ?? [],
  );
  const backends = [
    root.at('spec', 'defaultBackend'),
    root.at('spec', 'backend'),
    ...paths.map((path) => path.at('backend')),
  ];
  for (const backend of backends) {
    const service = backend?.text('service', 'name');
    const old = backend?.text('serviceName');
    // The field before networking.k8s.io/v1 is not read there.
    const isOld =
      old?.is === 'known' && !/^networking\.k8s\.io\/v1$/.test(known(root.text('apiVersion')) ?? '');
    const name = service?.is === 'known' ? service : isOld ? old : undefined;
    if (!name) continue;
    const port =
      known(backend?.text('service', 'port', 'number') ?? { is: 'unknown' }) ??
      known(backend?.text('servicePort') ?? { is: 'unknown' });
    const portName = known(backend?.text('service', 'port', 'name') ?? { is: 'unknown' });
    const wanted = port ?? portName;
    yield {
      type: 'ingress-backend',
      name: name.value,
      attributes: { ...namespaceOf(root), ...(wanted !== undefined && { port: wanted }) },
      span: name.span,
    };
  }
}

/** The workload that a HorizontalPodAutoscaler scales. */
export function* autoscalerFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('spec', 'scaleTargetRef', 'name');
  const kind = known(root.text('spec', 'scaleTargetRef', 'kind'));
  if (name.is !== 'known' || kind === undefined) return;
  const least = known(root.text('spec', 'minReplicas'));
  yield {
    type: 'autoscaler',
    name: name.value,
    attributes: { kind, ...namespaceOf(root), ...(least !== undefined && { least }) },
    span: name.span,
  };
}

/** A service account by its name. */
export function* accountFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is === 'known')
    yield { type: 'service-account', name: name.value, attributes: namespaceOf(root), span: name.span };
}

function namespaceOf(root: NodeView): Record<string, string> {
  const namespace = known(root.text('metadata', 'namespace'));
  return namespace === undefined ? {} : { namespace };
}

/** Sorted `k=v` pairs; empty for a selector of everything. */
function selectorOf(selector: NodeView | undefined): string | undefined {
  if (selector?.node?.type !== 'map' || selector.has('matchExpressions')) return undefined;
  const pairs = (selector.at('matchLabels')?.entries() ?? []).map(
    (entry) => [entry.key, known(entry.text())] as const,
  );
  if (pairs.some(([, value]) => value === undefined)) return undefined;
  return pairs
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .sort()
    .join(',');
}

/** The namespace that a resource makes. */
export function* namespaceFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is === 'known') yield { type: 'namespace', name: name.value, attributes: {}, span: name.span };
}
