import { defineCrossRule } from '../../core';
import type { PlacedFact } from '../../core';

const monitor = (kind: string, selector: string): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata:\n  name: scorer\n  namespace: fraud\nspec:\n  selector:\n    matchLabels: ${selector}\n  ${kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'}: [{ port: metrics }]\n`;
const served =
  'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer, namespace: fraud }\nspec: { predictor: { model: { modelFormat: { name: sklearn } } } }\n';
const deployment = (labels: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: exporter, namespace: fraud }\nspec: { template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: a, image: "a:1.0" }] } } }\n`;

/** A PodMonitor whose labels no workload has. */
export default defineCrossRule({
  id: 'prometheus/no-unmatched-monitor',
  catalogue: ['monitor-selector-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A PodMonitor selects pods that no workload here makes.',
  why: 'A selector that matches nothing is no error: the list of targets is empty, no alert has data, and nobody is told.',
  remedy:
    'Select a label of the pods. KServe gives its pods `serving.kserve.io/inferenceservice: <name of the service>`.',
  references: [
    {
      title: 'Prometheus operator: PodMonitor',
      url: 'https://prometheus-operator.dev/docs/developer/getting-started/#using-podmonitors',
    },
    {
      title: 'KServe: Prometheus metrics',
      url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/observability/prometheus-metrics',
    },
  ],
  messages: { unmatched: 'No workload here makes pods with {selector}.' },
  fix: { none: 'Which pods are meant is known to the author.' },
  from: 'monitor',
  to: 'workload',
  within: 'workspace',
  // Labels are matched as sets, which no key can say: the sides never share one, and all workloads are looked at.
  fromKey: ({ attributes }) => (isOfPods(attributes) ? 'monitor' : undefined),
  toKey: () => 'workload',
  whenNone(from, workloads) {
    if (workloads.length === 0 || workloads.some((workload) => mayMatch(from, workload))) return undefined;
    return { message: 'unmatched', data: { selector: from.attributes['selector'] ?? '' } };
  },
  examples: {
    bad: [
      { files: { 'monitor.yaml': monitor('PodMonitor', '«{ app: scorer }»'), 'isvc.yaml': served } },
      {
        files: {
          'monitor.yaml': monitor('PodMonitor', '«{ app: exporter, tier: model }»'),
          'deployment.yaml': deployment('{ app: exporter }'),
        },
      },
    ],
    good: [
      {
        files: {
          'monitor.yaml': monitor('PodMonitor', '{ serving.kserve.io/inferenceservice: scorer }'),
          'isvc.yaml': served,
        },
      },
      {
        files: {
          'monitor.yaml': monitor('PodMonitor', '{ app: exporter }'),
          'deployment.yaml': deployment('{ app: exporter, version: v1 }'),
        },
      },
      {
        files: {
          'monitor.yaml': monitor('PodMonitor', '{ app: exporter }'),
          'deployment.yaml': deployment('{ app: "${APP}" }'),
        },
      },
      { files: { 'monitor.yaml': monitor('PodMonitor', '{ app: scorer }') } },
      {
        files: {
          'monitor.yaml': monitor('PodMonitor', '{ app: isvc.scorer-predictor, component: predictor }'),
          'isvc.yaml': served,
        },
      },
      { files: { 'monitor.yaml': monitor('PodMonitor', '{ strimzi.io/kind: Kafka }'), 'isvc.yaml': served } },
      { files: { 'monitor.yaml': monitor('ServiceMonitor', '{ app: scorer }'), 'isvc.yaml': served } },
      { files: { 'monitor.yaml': monitor('PodMonitor', '{}'), 'isvc.yaml': served } },
    ],
  },
});

/** Labels of other operators are on pods that no file here makes: Strimzi's, Ray's, a chart's. */
function isOfPods({ kind, selector }: Readonly<Record<string, string>>): boolean {
  if (kind !== 'PodMonitor' || !selector) return false;
  return selector
    .split(',')
    .every((pair) => /^(?:app\.kubernetes\.io\/|serving\.kserve\.io\/)?[^/]+$/.test(pair));
}

/** Labels that are not known, and namespaces that an overlay sets, may match. */
function mayMatch(monitor: PlacedFact, workload: PlacedFact): boolean {
  const { labels, namespace } = workload.attributes;
  if (labels === undefined) return true;
  const home = monitor.attributes['namespace'];
  const isElsewhere = home !== undefined && namespace !== undefined && home !== namespace;
  if (isElsewhere && monitor.attributes['anyNamespace'] !== 'true') return false;
  const given = new Set(labels.split(','));
  return (monitor.attributes['selector'] ?? '').split(',').every((pair) => given.has(pair));
}
