import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, predictor, resource } from '../example-text';

export default defineRule({
  id: 'seldon/no-unlicensed-production',
  catalogue: ['seldon-v1-bsl-licence'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Seldon Core may not be used in production without a licence that is paid for.',
  why: 'Since January 2024 Seldon Core 2, and Seldon Core 1 from 1.18 on, stand under the Business Source License. Seldon Core 1.17.1 was the last release under Apache 2.0, and gets no security fixes.',
  remedy: 'Buy the licence, or serve with KServe, whose MLServer runtime loads the same models.',
  references: [
    { title: 'Seldon Core: licence', url: 'https://github.com/SeldonIO/seldon-core/blob/v2/LICENSE' },
    {
      title: 'Seldon Core 1.18: licence',
      url: 'https://github.com/SeldonIO/seldon-core/blob/v1.18.2/LICENSE',
    },
  ],
  messages: { licence: 'Production use of Seldon Core needs a licence that is paid for.' },
  fix: { none: 'A licence is no matter of this file.' },
  looksAt: ['seldon/deployment', 'seldon/model', 'seldon/experiment', 'seldon/other'].map((view) => ({
    view,
    path: ['apiVersion'],
  })),
  *check(at): Iterable<Report> {
    yield { message: 'licence', span: at.span };
  },
  examples: {
    bad: [
      {
        path: 'seldon.yaml',
        text: deployment(`predictors:\n${predictor('a')}`).replace(/machine\S+/, '«$&» # since 2021'),
      },
      {
        path: 'model.yaml',
        text: resource('Model', 'storageUri: gs://models/scorer/v1\n').replace(/mlops\S+/, '«$&»'),
      },
      {
        path: 'pipeline.yaml',
        text: resource('Pipeline', 'steps: [{ name: a }]\n').replace(/mlops\S+/, '«$&»'),
      },
      {
        path: 'experiment.yaml',
        text: resource('Experiment', 'candidates: []\n').replace(/mlops\S+/, '«$&»'),
      },
    ],
    good: [
      {
        path: 'katib.yaml',
        text: 'apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nmetadata: { name: tune }\nspec: { maxTrialCount: 4 }\n',
      },
    ],
  },
});
