import type { Fact, NodeView, Path } from '../../core';
import { known } from '../../core';

/** What a workload tells of its pods: the labels by which others select them, and whom they act as. */
export function* workloadFacts(root: NodeView, template: Path): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const kind = known(root.text('kind'));
  const namespace = known(root.text('metadata', 'namespace'));
  const labels = pairsOf(root.at(...template, 'metadata', 'labels'));
  const replicas = known(root.text('spec', 'replicas'));
  const serviceAccount = known(root.text(...template, 'spec', 'serviceAccountName'));
  yield {
    type: 'workload',
    name: name.value,
    attributes: {
      ...(kind !== undefined && { kind }),
      ...(namespace !== undefined && { namespace }),
      ...(labels !== undefined && { labels }),
      ...(serviceAccount !== undefined && { serviceAccount }),
      ...(replicas !== undefined && { replicas }),
    },
    span: name.span,
  };
}

/** What a Service offers, and which pods stand behind it. */
export function* serviceFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  if (name.is !== 'known') return;
  const namespace = known(root.text('metadata', 'namespace'));
  const labels = pairsOf(root.at('metadata', 'labels'));
  const selector = pairsOf(root.at('spec', 'selector'));
  const ports = (root.at('spec', 'ports')?.items() ?? [])
    .map((port) => `${known(port.text('name')) ?? ''}:${known(port.text('port')) ?? ''}`)
    .join(',');
  yield {
    type: 'service',
    name: name.value,
    attributes: {
      ...(namespace !== undefined && { namespace }),
      ...(labels !== undefined && { labels }),
      ...(selector !== undefined && { selector }),
      ...(ports !== '' && { ports }),
    },
    span: name.span,
  };
}

/** `k=v` pairs, sorted; undefined where one of them is not known, for then nothing can be said of the whole. */
function pairsOf(labels: NodeView | undefined): string | undefined {
  const pairs = (labels?.entries() ?? []).map((entry) => ({ key: entry.key, value: known(entry.text()) }));
  if (pairs.some(({ value }) => value === undefined)) return undefined;
  return pairs
    .map(({ key, value }) => `${key}=${value ?? ''}`)
    .sort()
    .join(',');
}
