import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { mode, serviceOf } from '../example-text';

const predictor =
  'predictor: { name: v3, model: { modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v3 } }\n';
const canary =
  'canary: [{ trafficPercent: 10, predictor: { name: v4, model: { name: "", modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v4 } } }]\n';

export default defineRule({
  id: 'kserve/no-canary-list-before-0-20',
  catalogue: ['kserve-canary-needs-0-20'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The canary list is a field that the KServe of this workspace does not have.',
  why: 'Before 0.20 the schema has no `spec.canary`: a strict client refuses the file, others drop the field in silence and send all traffic to the stable predictor.',
  remedy: 'Upgrade to KServe 0.20, or use `canaryTrafficPercent` in Knative mode.',
  references: [
    {
      title: 'KServe 0.19: InferenceServiceSpec without canary',
      url: 'https://github.com/kserve/kserve/blob/v0.19.0/pkg/apis/serving/v1beta1/inference_service.go',
    },
    {
      title: 'KServe 0.20: InferenceServiceSpec',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service.go',
    },
  ],
  options: {
    kserveVersion: {
      type: 'string',
      default: '0.21',
      description: 'The version of KServe on your clusters.',
    },
  },
  messages: { tooOld: 'KServe {version} has no canary list; it came with 0.20.' },
  fix: { none: 'A canary in Knative mode is another deployment.' },
  looksAt: [{ view: 'kserve/inference-service', path: ['spec', 'canary'] }],
  *check(at, { options }): Iterable<Report> {
    const version = options.text('kserveVersion');
    const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
    if (major === undefined || minor === undefined || Number(major) > 0 || Number(minor) >= 20) return;
    yield { message: 'tooOld', data: { version }, span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: serviceOf(predictor + canary.replace('canary', '«canary»'), mode('Standard')),
        options: { kserveVersion: '0.19.1' },
      },
    ],
    good: [
      { path: 'isvc.yaml', text: serviceOf(predictor + canary, mode('Standard')) },
      {
        path: 'isvc.yaml',
        text: serviceOf(predictor + canary, mode('Standard')),
        options: { kserveVersion: '0.20' },
      },
      {
        path: 'isvc.yaml',
        text: serviceOf(predictor + canary, mode('Standard')),
        options: { kserveVersion: 'v1.0.0' },
      },
      {
        path: 'isvc.yaml',
        text: serviceOf(predictor, mode('Standard')),
        options: { kserveVersion: '0.16.0' },
      },
    ],
  },
});
