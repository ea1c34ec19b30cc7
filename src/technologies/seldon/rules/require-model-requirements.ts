import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-text';

const model = (more: string): string => resource('Model', `storageUri: gs://models/scorer/v1\n${more}`);

export default defineRule({
  id: 'seldon/require-model-requirements',
  catalogue: ['seldon-v2-no-requirements'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A model does not say which servers can load it.',
  why: 'The scheduler places a model on servers whose capabilities meet its requirements. Without any, every server will do, and a scikit-learn model is sent to Triton.',
  remedy: 'Add `requirements`, such as `[sklearn]`, or name the `server`.',
  references: [
    {
      title: 'Seldon Core 2: model requirements',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v2/operator/apis/mlops/v1alpha1/model_types.go',
    },
  ],
  messages: { missing: 'Nothing says which servers can load this model.' },
  fix: { none: 'What the model needs is known to the author.' },
  looksAt: [{ view: 'seldon/model', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const keys = ['requirements', 'modelType', 'server', 'explainer', 'llm'];
    const uri = at.at('storageUri');
    if (!uri || keys.some((key) => at.get(key).is !== 'absent')) return;
    yield { message: 'missing', span: uri.anchor };
  },
  examples: {
    bad: [{ path: 'model.yaml', text: model('memory: 200Mi\n').replace('storageUri', '«storageUri»') }],
    good: [
      { path: 'model.yaml', text: model('llm: { modelRef: chat }\n') },
      { path: 'model.yaml', text: model('requirements: [sklearn]\n') },
      { path: 'model.yaml', text: model('modelType: sklearn\n') },
      { path: 'model.yaml', text: model('server: mlserver-gpu\n') },
      { path: 'model.yaml', text: model('explainer: { type: anchor_tabular, modelRef: income }\n') },
      { path: 'model.yaml', text: model('requirements: ${REQUIREMENTS}\n') },
    ],
  },
});
