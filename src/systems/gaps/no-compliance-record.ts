import { defineGap } from '../../core';

const served =
  'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec: { predictor: { model: { modelFormat: { name: sklearn }, storageUri: «gs://models/fraud/v3» } } }\n';
const record =
  'apiVersion: ai-compliance/v1\nkind: AISystemRecord\nmetadata: { name: scorer }\nspec: { jurisdictions: [EU] }\n';

/** A model is served, and no record says what it is for and under which duties. */
export default defineGap({
  id: 'gap/no-compliance-record',
  title: 'No compliance record',
  why: 'Nobody can show what the system is for, on whom it decides, which duties were found to apply, and who answers for it. Documentation check, not legal advice.',
  catalogue: [],
  *find(facts) {
    const [model] = facts.ofType('served-model');
    if (!model || facts.ofType('compliance-record').length > 0) return;
    const { model: name = model.name, version } = model.attributes;
    yield {
      message: `"${model.name}" is served, but no compliance record describes it.`,
      path: model.path,
      range: model.range,
      action: {
        template: 'security-compliance/compliance-record',
        answers: { modelName: name, ...(version !== undefined && { version }) },
      },
    };
  },
  examples: {
    bad: [{ files: { 'isvc.yaml': served } }],
    good: [
      { files: { 'isvc.yaml': served.replace(/[«»]/g, ''), 'compliance/ai-system.yaml': record } },
      { files: { 'compliance/ai-system.yaml': record } },
    ],
  },
});
