import { defineGap } from '../../core';
import { monitoringAnswers } from '../monitoring';

const served =
  'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: «gs://models/scorer/v3» } } }\n';
const alert = (name: string, expression: string): string =>
  `groups:\n  - name: model\n    rules: [{ alert: ${name}, expr: ${expression} }]\n`;
const quality =
  /(?:^|_)(?:precision|recall|pr_?auc|auc|f1|accuracy|approval_rate|prediction_rate|positive_rate)(?:_|$)|Precision|Recall|Accuracy/;

/** Models are served, and no alert looks at how good their predictions are. */
export default defineGap({
  id: 'gap/no-performance-alert',
  title: 'No alert on the quality of predictions',
  why: 'A model that answers quickly and wrongly looks healthy: only its precision, its recall or the rate of its decisions tell.',
  catalogue: ['prom-no-performance-alert'],
  *find(facts) {
    const alerts = facts.ofType('alert-metric');
    if (alerts.some(({ name, attributes }) => quality.test(name) || quality.test(attributes['alert'] ?? '')))
      return;
    const [model] = facts.ofType('served-model');
    if (!model) return;
    yield {
      message: `"${model.name}" is served, but no alert looks at the quality of its predictions.`,
      path: model.path,
      range: model.range,
      action: { template: 'deployment/monitoring', answers: monitoringAnswers(model) },
    };
  },
  examples: {
    bad: [
      { files: { 'isvc.yaml': served } },
      { files: { 'isvc.yaml': served, 'a.rules.yml': alert('Drift', 'psi > 0.2') } },
    ],
    good: [
      {
        files: {
          'isvc.yaml': served.replace(/[«»]/g, ''),
          'a.rules.yml': alert('Low', 'fraud_alert_precision < 0.5'),
        },
      },
      {
        files: {
          'isvc.yaml': served.replace(/[«»]/g, ''),
          'a.rules.yml': alert('RecallDrop', 'score < 0.5'),
        },
      },
      { files: { 'a.rules.yml': alert('Down', 'up == 0') } },
    ],
  },
});
