import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { trainJob } from '../examples';

export default defineRule({
  id: 'kubeflow/no-pod-template-overrides',
  catalogue: ['trainjob-pod-template-overrides'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A TrainJob changes its pods by a field that is gone.',
  why: 'Trainer 2.2 replaced `podTemplateOverrides` by `runtimePatches`. A newer cluster drops the field, and the pods run without the node selector, volume or account that it should give them.',
  remedy: 'Write the same under `runtimePatches`.',
  references: [
    { title: 'Kubeflow Trainer: releases', url: 'https://github.com/kubeflow/trainer/releases' },
    {
      title: 'Kubeflow Trainer: types of TrainJob (v2.3)',
      url: 'https://github.com/kubeflow/trainer/blob/v2.3.0/pkg/apis/trainer/v1alpha1/trainjob_types.go',
    },
  ],
  messages: { gone: 'podTemplateOverrides is gone since Trainer 2.2; runtimePatches takes its place.' },
  fix: { none: 'The new field has another shape.' },
  looksAt: [{ view: 'kubeflow/train-job-spec', path: ['podTemplateOverrides'] }],
  *check(at): Iterable<Report> {
    yield { message: 'gone', span: at.anchor };
  },
  examples: {
    bad: [{ path: 'job.yaml', text: trainJob('  «podTemplateOverrides»: [] # pods\n') }],
    good: [
      { path: 'job.yaml', text: trainJob('  runtimePatches: []\n') },
      {
        path: 'job.yaml',
        text: trainJob('  trainer: { env: [{ name: podTemplateOverrides, value: x }] }\n'),
      },
    ],
  },
});
