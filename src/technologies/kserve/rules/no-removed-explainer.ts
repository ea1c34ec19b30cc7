import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { serviceOf } from '../example-text';

const explained = (explainer: string): string =>
  serviceOf(
    `predictor: { model: { modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v3 } }\nexplainer: ${explainer}\n`,
  );

export default defineRule({
  id: 'kserve/no-removed-explainer',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The explainer is one that KServe no longer has.',
  why: 'KServe dropped the Alibi and AIX explainers: the API server does not know the field any more, and the webhook refuses an explainer that runs nothing.',
  remedy: 'Run the explainer as a container of your own under `explainer.containers`, or use `art`.',
  references: [
    {
      title: 'KServe 0.20: ExplainerSpec',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/explainer.go',
    },
  ],
  messages: { removed: 'KServe has no {name} explainer any more.' },
  fix: { none: 'Another explainer needs another configuration.' },
  looksAt: [{ view: 'kserve/inference-service', path: ['spec', 'explainer'] }],
  *check(at): Iterable<Report> {
    for (const name of ['alibi', 'aix']) {
      const block = at.at(name);
      if (block) yield { message: 'removed', data: { name }, span: block.anchor };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: explained('{ «alibi»: { type: AnchorTabular, storageUri: gs://models/explainer/v1 } } # 2021'),
      },
      { path: 'isvc.yaml', text: explained('{ «aix»: { type: LimeImages } }') },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: explained('{ art: { type: SquareAttack, storageUri: gs://models/explainer/v1 } }'),
      },
      {
        path: 'isvc.yaml',
        text: explained('{ containers: [{ name: kserve-container, image: "alibi:1.0.0" }] }'),
      },
    ],
  },
});
