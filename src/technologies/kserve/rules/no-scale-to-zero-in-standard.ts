import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { annotationOf, isDeployedAs } from '../deployment-mode';
import { mode, model, service } from '../example-text';

const scaler = (name: string): string => `${mode('Standard')}serving.kserve.io/autoscalerClass: ${name}\n`;

export default defineRule({
  id: 'kserve/no-scale-to-zero-in-standard',
  catalogue: ['kserve-scale-to-zero-in-standard'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Horizontal Pod Autoscaler of Standard mode does not scale to zero.',
  why: 'KServe raises `minReplicas: 0` to 1 for this autoscaler: the pod, and the GPU it may hold, is paid for all night although the file says otherwise.',
  remedy: 'Write `minReplicas: 1`, use the autoscaler class `keda`, or deploy in Knative mode.',
  references: [
    {
      title: 'KServe 0.20: the autoscaler of Standard mode',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/controller/v1beta1/inferenceservice/reconcilers/hpa/hpa_reconciler.go#L154',
    },
  ],
  messages: { zero: 'In Standard mode minReplicas 0 means 1: this autoscaler does not scale to zero.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    if (!at.outer || !isDeployedAs(at.outer, 'Standard')) return;
    const least = at.number('minReplicas');
    if (least.is !== 'known' || least.value !== 0) return;
    const scaler = annotationOf(at.outer, 'autoscalerClass');
    if (scaler.is !== 'absent' && !(scaler.is === 'known' && scaler.value === 'hpa')) return;
    const fix = at.fix('review', 'Set minReplicas to 1', at.set(['minReplicas'], 1));
    yield { message: 'zero', span: least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: «0» # at night\n${model()}`, mode('Standard')),
        fixed: service(`minReplicas: 1 # at night\n${model()}`, mode('Standard')),
      },
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: «0»\n${model()}`, scaler('hpa')),
        fixed: service(`minReplicas: 1\n${model()}`, scaler('hpa')),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`minReplicas: 1\n${model()}`, mode('Standard')) },
      { path: 'isvc.yaml', text: service(`minReplicas: 0\n${model()}`, mode('Knative')) },
      { path: 'isvc.yaml', text: service(`minReplicas: 0\n${model()}`, scaler('keda')) },
      { path: 'isvc.yaml', text: service(`minReplicas: 0\n${model()}`, scaler('none')) },
      { path: 'isvc.yaml', text: service(`minReplicas: 0\n${model()}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: \${MIN}\n${model()}`, mode('Standard')) },
    ],
  },
});
