import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { legacyFrameworks } from '../frameworks';
import { mode, model, service, serviceOf } from '../example-text';

export default defineRule({
  id: 'kserve/no-name-in-model',
  catalogue: ['kserve-predictor-name-in-model'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The model of the predictor has a name, which the webhook refuses.',
  why: 'A `model` block is a container whose name KServe sets itself. The service is refused with "the name field is not allowed in standard predictor".',
  remedy: 'Remove `name` from the block; the model is called after the InferenceService.',
  references: [
    {
      title: 'KServe 0.20: validatePredictor',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: { name: 'The webhook refuses the name "{value}" in the {block} block.' },
  fix: 'safe',
  looksAt: [{ view: 'kserve/inference-service', path: ['spec', 'predictor'] }],
  *check(at): Iterable<Report> {
    for (const block of ['model', ...legacyFrameworks]) {
      const name = at.text(block, 'name');
      if (name.is !== 'known' || name.value === '') continue;
      const fix = at.fix('safe', 'Remove the name', at.remove(block, 'name'));
      yield { message: 'name', data: { value: name.value, block }, span: name.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model('gs://models/scorer/v3', 'name: «fraud» # shown in Grafana\n')),
        fixed: service(model('gs://models/scorer/v3')),
      },
      {
        path: 'isvc.yaml',
        text: service('sklearn: { name: «fraud», storageUri: gs://models/scorer/v3 }\n'),
        fixed: service('sklearn: { storageUri: gs://models/scorer/v3 }\n'),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model('gs://models/scorer/v3', 'name: ""\n')) },
      { path: 'isvc.yaml', text: service(`name: v3\n${model()}`) },
      {
        path: 'isvc.yaml',
        text: serviceOf(
          'predictor: { name: v3, model: { modelFormat: { name: sklearn } } }\ncanary: [{ trafficPercent: 10, predictor: { name: v4, model: { name: "", modelFormat: { name: sklearn } } } }]\n',
          mode('Standard'),
        ),
      },
      {
        path: 'isvc.yaml',
        text: service('containers: [{ name: kserve-container, image: "scorer:1.4.2" }]\n'),
      },
    ],
  },
});
