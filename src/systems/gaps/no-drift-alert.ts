import { defineGap } from '../../core';
import { monitoringAnswers } from '../monitoring';

const served =
  'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: «gs://models/scorer/v3» } } }\n';
const alert = (name: string, expression: string): string =>
  `groups:\n  - name: model\n    rules: [{ alert: ${name}, expr: ${expression} }]\n`;
const drift = /drift|(?:^|_)(?:psi|ks|jensen|wasserstein)(?:_|$)/i;

/** Models are served, and no alert looks at drift. */
export default defineGap({
  id: 'gap/no-drift-alert',
  title: 'No alert on drift',
  why: 'The world that a model learned changes: without an alert on drift its predictions get worse for months before somebody complains.',
  catalogue: ['prom-no-drift-alert'],
  *find(facts) {
    const alerts = facts.ofType('alert-metric');
    if (alerts.some(({ name, attributes }) => drift.test(name) || drift.test(attributes['alert'] ?? '')))
      return;
    const [model] = facts.ofType('served-model');
    if (!model) return;
    yield {
      message: `"${model.name}" is served, but no alert looks at drift.`,
      path: model.path,
      range: model.range,
      action: { template: 'deployment/monitoring', answers: monitoringAnswers(model) },
    };
  },
  examples: {
    bad: [
      { files: { 'isvc.yaml': served } },
      { files: { 'isvc.yaml': served, 'a.rules.yml': alert('Down', 'up == 0') } },
    ],
    good: [
      {
        files: {
          'isvc.yaml': served.replace(/[«»]/g, ''),
          'a.rules.yml': alert('Inputs', 'model_feature_psi > 0.2'),
        },
      },
      { files: { 'isvc.yaml': served.replace(/[«»]/g, ''), 'a.rules.yml': alert('Drift', 'score > 0.2') } },
      { files: { 'a.rules.yml': alert('Down', 'up == 0') } },
    ],
  },
});
