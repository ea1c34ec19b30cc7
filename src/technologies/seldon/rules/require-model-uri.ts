import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment } from '../example-text';

const servers = [
  'SKLEARN_SERVER',
  'XGBOOST_SERVER',
  'MLFLOW_SERVER',
  'TENSORFLOW_SERVER',
  'TRITON_SERVER',
  'HUGGINGFACE_SERVER',
  'TEMPO_SERVER',
];
const graph = (text: string): string => deployment(`predictors:\n  - name: a\n    graph: ${text}\n`);

export default defineRule({
  id: 'seldon/require-model-uri',
  catalogue: ['seldon-v1-model-uri-missing'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A prepackaged server is given no model.',
  why: 'The webhook refuses the deployment with "modelUri required when using standalone servers": these servers hold no model of their own.',
  remedy: 'Add `modelUri` with the address of the stored model.',
  references: [
    {
      title: 'Seldon Core 1.18: checkPredictiveUnits',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v1.18.2/operator/apis/machinelearning.seldon.io/v1/seldondeployment_webhook.go',
    },
    {
      title: 'Seldon Core 1: prepackaged model servers',
      url: 'https://docs.seldon.ai/seldon-core-1/configuration/servers',
    },
  ],
  messages: { missing: 'The {server} has no modelUri to load.' },
  fix: { none: 'Where the model is stored is known to the author.' },
  looksAt: [{ view: 'seldon/unit', path: [] }],
  *check(at): Iterable<Report> {
    const server = at.text('implementation');
    if (server.is !== 'known' || !servers.includes(server.value)) return;
    const uri = at.text('modelUri');
    const data = { server: server.value };
    if (uri.is === 'absent') yield { message: 'missing', data, span: server.span };
    if (uri.is === 'known' && uri.value === '') yield { message: 'missing', data, span: uri.span };
  },
  examples: {
    bad: [
      ...['TENSORFLOW', 'TRITON', 'HUGGINGFACE', 'TEMPO'].map((name) => ({
        path: 'seldon.yaml',
        text: graph(`{ name: model, implementation: «${name}_SERVER» }`),
      })),
      { path: 'seldon.yaml', text: graph('{ implementation: «SKLEARN_SERVER», name: model }') },
      {
        path: 'seldon.yaml',
        text: graph('{ name: model, implementation: XGBOOST_SERVER, modelUri: «""» } # later'),
      },
      {
        path: 'seldon.yaml',
        text: graph(
          '{ name: clean, type: TRANSFORMER, children: [{ name: model, implementation: «MLFLOW_SERVER» }] }',
        ),
      },
    ],
    good: [
      {
        path: 'seldon.yaml',
        text: graph('{ name: model, implementation: SKLEARN_SERVER, modelUri: gs://models/scorer/v1 }'),
      },
      {
        path: 'seldon.yaml',
        text: graph('{ name: model, implementation: SKLEARN_SERVER, modelUri: "${MODEL_URI}" }'),
      },
      { path: 'seldon.yaml', text: graph('{ name: router, implementation: RANDOM_ABTEST }') },
      { path: 'seldon.yaml', text: graph('{ name: model, type: MODEL }') },
    ],
  },
});
