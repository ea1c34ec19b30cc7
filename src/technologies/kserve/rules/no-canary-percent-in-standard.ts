import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDeployedAs } from '../deployment-mode';
import { mode, model, service, serviceOf } from '../example-text';

export default defineRule({
  id: 'kserve/no-canary-percent-in-standard',
  catalogue: ['kserve-canary-noop-in-standard'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A canary percentage in Standard mode is read by nobody.',
  why: 'Only the Knative reconciler reads `canaryTrafficPercent`. In Standard mode the API server and the webhook accept it, and all traffic goes to the new model at once.',
  remedy: 'Use the `spec.canary` list (KServe 0.20 and later), or deploy the service in Knative mode.',
  references: [
    {
      title: 'KServe 0.20: the Knative reconciler is the only reader',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/controller/v1beta1/inferenceservice/reconcilers/knative/ksvc_reconciler.go#L130',
    },
    {
      title: 'KServe: canary rollout',
      url: 'https://github.com/kserve/website/issues/734',
    },
  ],
  messages: {
    ignored: 'Standard mode ignores canaryTrafficPercent: {value} percent of the traffic are not split off.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    if (!at.outer || !isDeployedAs(at.outer, 'Standard')) return;
    const percent = at.number('canaryTrafficPercent');
    if (percent.is !== 'known') return;
    const fix = at.fix('review', 'Remove canaryTrafficPercent', at.remove('canaryTrafficPercent'));
    yield { message: 'ignored', data: { value: percent.value }, span: percent.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(`canaryTrafficPercent: «10» # first day\n${model()}`, mode('Standard')),
        fixed: service(model(), mode('Standard')),
      },
      {
        path: 'isvc.yaml',
        text: serviceOf(
          `predictor:\n  model: { modelFormat: { name: sklearn } }\ntransformer:\n  canaryTrafficPercent: «50»\n  containers: [{ name: kserve-container, image: "clean:1.0.2" }]\n`,
          mode('RawDeployment'),
        ),
        fixed: serviceOf(
          `predictor:\n  model: { modelFormat: { name: sklearn } }\ntransformer:\n  containers: [{ name: kserve-container, image: "clean:1.0.2" }]\n`,
          mode('RawDeployment'),
        ),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`canaryTrafficPercent: 10\n${model()}`, mode('Knative')) },
      { path: 'isvc.yaml', text: service(`canaryTrafficPercent: 10\n${model()}`, mode('Serverless')) },
      { path: 'isvc.yaml', text: service(`canaryTrafficPercent: 10\n${model()}`) },
      { path: 'isvc.yaml', text: service(`canaryTrafficPercent: 10\n${model()}`, mode('${MODE}')) },
      { path: 'isvc.yaml', text: service(model(), mode('Standard')) },
    ],
  },
});
