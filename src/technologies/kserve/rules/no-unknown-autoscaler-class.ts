import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { mode, model, service } from '../example-text';

const classes = ['hpa', 'external', 'keda', 'none'];
const key = 'serving.kserve.io/autoscalerClass';

export default defineRule({
  id: 'kserve/no-unknown-autoscaler-class',
  catalogue: ['kserve-autoscaler-class-invalid'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The autoscaler class is one that the webhook refuses.',
  why: 'KServe takes `hpa`, `external`, `keda` and `none`. `kpa`, which the code knows as a name, is refused too: Knative services are scaled by the Knative autoscaler without it.',
  remedy: 'Remove the annotation in Knative mode; else write `hpa`, `keda`, `external` or `none`.',
  references: [
    {
      title: 'KServe 0.20: AutoscalerAllowedClassList',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/constants/constants.go#L277',
    },
  ],
  messages: {
    refused: 'The webhook refuses the autoscaler class "{value}"; it takes hpa, external, keda or none.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: ['metadata', 'annotations', key] }],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known' || classes.includes(value.value)) return;
    const meant = value.value.toLowerCase();
    const fix = classes.includes(meant)
      ? at.fix('review', `Write ${meant}`, at.set([], meant))
      : meant === 'kpa'
        ? at.fix('review', `Remove ${key}`, at.remove())
        : undefined;
    yield { message: 'refused', data: { value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(model(), `${mode('Knative')}${key}: «kpa» # the default\n`),
        fixed: service(model(), mode('Knative')),
      },
      {
        path: 'isvc.yaml',
        text: service(model(), `${key}: «HPA»\n`),
        fixed: service(model(), `${key}: hpa\n`),
      },
      { path: 'isvc.yaml', text: service(model(), `${key}: «vpa»\n`) },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model(), `${key}: hpa\n`) },
      { path: 'isvc.yaml', text: service(model(), `${key}: external\n`) },
      { path: 'isvc.yaml', text: service(model(), `${key}: keda\n`) },
      { path: 'isvc.yaml', text: service(model(), `${key}: none\n`) },
      { path: 'isvc.yaml', text: service(model(), `${key}: \${CLASS}\n`) },
    ],
  },
});
