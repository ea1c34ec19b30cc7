import { requiredKey } from '../../../shapes/required-key';
import { mode, model, service } from '../example-text';

export default requiredKey({
  id: 'kserve/require-payload-logger',
  catalogue: ['kserve-no-payload-logger'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Requests and predictions of the service are not logged.',
  why: 'Without logged inputs and predictions nobody can see drift, join feedback, or answer what the model said and why; Article 12 of the AI Act asks such logs of high-risk systems.',
  remedy:
    'Add a `logger` with `mode: all` and the `url` of your collector, and keep what it collects no longer than you need.',
  references: [
    {
      title: 'KServe: inference logger',
      url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/logger/basic-logger',
    },
    { title: 'Regulation (EU) 2024/1689, Article 12', url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj' },
  ],
  looksAt: [{ view: 'kserve/inference-service', path: ['spec', 'predictor'] }],
  key: ['logger'],
  message: 'Nothing logs the requests and predictions of this service.',
  mend: { none: 'The address of the collector is known only to the author.' },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model(), mode('Standard')).replace('predictor:', '«predictor»: # fraud'),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`logger: { mode: all, url: http://collector.ml }\n${model()}`) },
      {
        path: 'isvc.yaml',
        text: 'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nspec:\n  predictor:\n    minReplicas: 2\n',
      },
    ],
  },
});
