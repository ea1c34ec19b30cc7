import type { Fact, NodeView, Path } from '../../core';
import { known } from '../../core';

/** The pods of each group of a Ray cluster: the labels by which policies and monitors select them, and whom they act as. */
export function* workloadFacts(root: NodeView, spec: Path): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  const cluster = root.at(...spec);
  if (name.is !== 'known' || !cluster) return;
  const kind = known(root.text('kind'));
  const namespace = known(root.text('metadata', 'namespace'));
  for (const { group, own } of groupsOf(cluster)) {
    const labels = labelsOf(group, own);
    const serviceAccount = known(group.text('template', 'spec', 'serviceAccountName'));
    yield {
      type: 'workload',
      name: name.value,
      attributes: {
        ...(kind !== undefined && { kind }),
        ...(namespace !== undefined && { namespace }),
        ...(labels !== undefined && { labels }),
        ...(serviceAccount !== undefined && { serviceAccount }),
      },
      span: name.span,
    };
  }
}

/** The groups with the labels that KubeRay adds of itself. */
function groupsOf(cluster: NodeView): { readonly group: NodeView; readonly own: readonly string[] }[] {
  const head = cluster.at('headGroupSpec');
  const workers = cluster.at('workerGroupSpecs')?.items() ?? [];
  const common = ['app.kubernetes.io/created-by=kuberay-operator', 'app.kubernetes.io/name=kuberay'];
  return [
    ...(head ? [{ group: head, own: [...common, 'ray.io/group=headgroup', 'ray.io/node-type=head'] }] : []),
    ...workers.map((group) => ({
      group,
      own: [...common, `ray.io/group=${known(group.text('groupName')) ?? ''}`, 'ray.io/node-type=worker'],
    })),
  ];
}

/** Undefined where one of the labels is not known: nothing can be said of the whole then. */
function labelsOf(group: NodeView, own: readonly string[]): string | undefined {
  const written = (group.at('template', 'metadata', 'labels')?.entries() ?? []).map((label) => ({
    key: label.key,
    value: known(label.text()),
  }));
  if (written.some(({ value }) => value === undefined)) return undefined;
  const keys = new Set(written.map(({ key }) => key));
  return [
    ...own.filter((label) => !keys.has(label.slice(0, label.indexOf('=')))),
    ...written.map(({ key, value }) => `${key}=${value ?? ''}`),
  ]
    .sort()
    .join(',');
}
