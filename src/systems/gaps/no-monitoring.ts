import { defineGap } from '../../core';
import type { PlacedFact } from '../../core';
import { isWatchedInMesh, monitoringAnswers } from '../monitoring';
import { mayShareNamespace, maySelect } from '../selectors';

const served = (annotations = ''): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer, namespace: fraud${annotations} }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: «gs://models/scorer/v3» } } }\n`;
const monitor = (labels: string): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: { name: scorer, namespace: fraud }\nspec: { selector: { matchLabels: ${labels} }, podMetricsEndpoints: [{ port: metrics }] }\n`;
const calm = (text: string): string => text.replace(/[«»]/g, '');

/** A model is served, and nothing reads its metrics. */
export default defineGap({
  id: 'gap/no-monitoring',
  title: 'No monitoring of a served model',
  why: 'Without metrics nobody sees that the model is slow, fails, or answers nothing, until its users say so.',
  catalogue: [],
  *find(facts) {
    if (isWatchedInMesh(facts)) return;
    const monitors = facts.ofType('monitor');
    const pods = facts.ofType('workload');
    for (const model of distinct(facts.ofType('served-model'))) {
      const own = pods.filter((each) => each.name === model.name && mayShareNamespace(each, model));
      const isSeen =
        model.attributes['scraped'] === 'true' ||
        monitors.some((monitor) => own.length === 0 || own.some((each) => maySelect(monitor, each)));
      if (isSeen) continue;
      yield {
        message: `"${model.name}" is served, but no monitor reads its metrics.`,
        path: model.path,
        range: model.range,
        action: { template: 'deployment/monitoring', answers: monitoringAnswers(model) },
      };
    }
  },
  examples: {
    bad: [
      { files: { 'isvc.yaml': served() } },
      { files: { 'isvc.yaml': served(), 'monitor.yaml': monitor('{ app: other }') } },
    ],
    good: [
      {
        files: {
          'isvc.yaml': calm(served()),
          'monitor.yaml': monitor('{ serving.kserve.io/inferenceservice: scorer }'),
        },
      },
      {
        files: {
          'isvc.yaml': calm(
            served(', annotations: { serving.kserve.io/enable-prometheus-scraping: "true" }'),
          ),
        },
      },
      { files: { 'monitor.yaml': monitor('{ app: other }') } },
      {
        files: {
          'isvc.yaml': calm(served()),
          'a.rules.yml':
            'groups:\n  - name: a\n    rules: [{ alert: Slow, expr: istio_request_duration_milliseconds_count > 1 }]\n',
        },
      },
    ],
  },
});

/** One fact for each service: a canary has the name of what it tries out. */
function distinct(models: readonly PlacedFact[]): readonly PlacedFact[] {
  const byName = new Map<string, PlacedFact>();
  for (const model of models) if (!byName.has(model.name)) byName.set(model.name, model);
  return [...byName.values()];
}
