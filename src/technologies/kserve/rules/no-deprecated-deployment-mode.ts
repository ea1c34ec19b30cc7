import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deploymentModePath, renamedModes } from '../deployment-mode';
import { mode, model, service } from '../example-text';

export default defineRule({
  id: 'kserve/no-deprecated-deployment-mode',
  catalogue: ['kserve-deprecated-deployment-mode'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'The deployment mode is written with a name that KServe 0.16 replaced.',
  why: '`RawDeployment` and `Serverless` are deprecated names; today the webhook still rewrites them, and what compares the annotation with `Standard` or `Knative` does not see them.',
  remedy:
    'Write `Standard` for `RawDeployment` and `Knative` for `Serverless`, once the cluster runs KServe 0.16 or later.',
  references: [
    {
      title: 'KServe 0.16: names of the deployment modes',
      url: 'https://github.com/kserve/kserve/blob/v0.16.0/pkg/constants/constants.go#L464',
    },
  ],
  messages: { renamed: 'The deployment mode "{value}" is called "{name}" since KServe 0.16.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'kserve/inference-service', path: deploymentModePath }],
  *check(at): Iterable<Report> {
    const value = at.text();
    const name = value.is === 'known' ? renamedModes.get(value.value) : undefined;
    if (value.is !== 'known' || name === undefined) return;
    const fix = at.fix('review', `Write ${name}`, at.set([], name));
    yield { message: 'renamed', data: { value: value.value, name }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model(), mode('«RawDeployment» # no Knative here')),
        fixed: service(model(), mode('Standard # no Knative here')),
      },
      {
        path: 'isvc.yaml',
        text: service(model(), mode('«"Serverless"»')),
        fixed: service(model(), mode('"Knative"')),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model(), mode('Standard')) },
      { path: 'isvc.yaml', text: service(model(), mode('Knative')) },
      { path: 'isvc.yaml', text: service(model(), mode('{{ .Values.mode }}')) },
      { path: 'isvc.yaml', text: service(model()) },
    ],
  },
});
