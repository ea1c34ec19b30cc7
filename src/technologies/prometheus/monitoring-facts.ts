import type { Fact, NodeView } from '../../core';
import { known } from '../../core';
import { metricsOf } from '../../formats/promql/promql';
import { expressionOf } from './expression';

/** The metrics that alerts look at; `root` holds `groups`. */
export function* alertFacts(root: NodeView): Iterable<Fact> {
  for (const group of root.at('groups')?.items() ?? []) {
    for (const rule of group.at('rules')?.items() ?? []) {
      const expression = expressionOf(rule);
      const alert = known(rule.text('alert'));
      const record = rule.text('record');
      if (record.is === 'known')
        yield { type: 'metric', name: record.value, attributes: { type: 'recorded' }, span: record.span };
      if (alert === undefined || !expression) continue;
      for (const metric of metricsOf(expression.query.root)) {
        yield {
          type: 'alert-metric',
          name: metric.text,
          attributes: { alert },
          span: expression.spanOf(metric),
        };
      }
    }
  }
}

/** What a ServiceMonitor or PodMonitor selects. */
export function* monitorFacts(root: NodeView): Iterable<Fact> {
  const name = root.text('metadata', 'name');
  const labels = root.at('spec', 'selector', 'matchLabels');
  const expressions = root.get('spec', 'selector', 'matchExpressions');
  if (name.is !== 'known') return;
  const pairs = (labels?.entries() ?? []).map((entry) => ({ key: entry.key, value: known(entry.text()) }));
  if (expressions.is !== 'absent' || pairs.some(({ value }) => value === undefined)) return;
  const selector = pairs
    .map(({ key, value }) => `${key}=${value ?? ''}`)
    .sort()
    .join(',');
  const kind = known(root.text('kind')) ?? '';
  const namespace = known(root.text('metadata', 'namespace'));
  const isAnywhere = root.get('spec', 'namespaceSelector').is !== 'absent';
  const attributes = {
    kind,
    selector,
    ...(namespace !== undefined && { namespace }),
    ...(isAnywhere && { anyNamespace: 'true' }),
  };
  yield { type: 'monitor', name: name.value, attributes, span: labels?.span ?? name.span };
}
