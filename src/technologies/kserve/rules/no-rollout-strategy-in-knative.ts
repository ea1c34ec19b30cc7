import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isDeployedAs } from '../deployment-mode';
import { mode, model, service } from '../example-text';

const strategy = 'deploymentStrategy: { type: Recreate }\n';

export default defineRule({
  id: 'kserve/no-rollout-strategy-in-knative',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A Knative service has no Deployment whose strategy could be set.',
  why: 'The webhook refuses `deploymentStrategy` in Knative mode: Knative rolls out by revisions.',
  remedy: 'Remove `deploymentStrategy`; split traffic with `canaryTrafficPercent`.',
  references: [
    {
      title: 'KServe 0.20: validateScalingKPACompExtension',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: { strategy: 'The webhook refuses deploymentStrategy in Knative mode.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    const found = at.at('deploymentStrategy');
    if (!found || !at.outer || !isDeployedAs(at.outer, 'Knative')) return;
    // With the Horizontal Pod Autoscaler of Knative the webhook does not look.
    if (at.outer.get('metadata', 'annotations', 'autoscaling.knative.dev/class').is !== 'absent') return;
    const fix = at.fix('review', 'Remove deploymentStrategy', at.remove('deploymentStrategy'));
    yield { message: 'strategy', span: found.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(
          `${strategy.replace('deploymentStrategy', '«deploymentStrategy»').replace('\n', ' # GPU\n')}${model()}`,
          mode('Knative'),
        ),
        fixed: service(model(), mode('Knative')),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(strategy + model(), mode('Standard')) },
      { path: 'isvc.yaml', text: service(strategy + model(), mode('${MODE}')) },
      {
        path: 'isvc.yaml',
        text: service(
          strategy + model(),
          `${mode('Knative')}autoscaling.knative.dev/class: hpa.autoscaling.knative.dev\n`,
        ),
      },
      { path: 'isvc.yaml', text: service(model(), mode('Knative')) },
    ],
  },
});
