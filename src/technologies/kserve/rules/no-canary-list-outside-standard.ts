import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { deploymentModeOf, deploymentModePath } from '../deployment-mode';
import { mode, model, serviceOf } from '../example-text';

const canary = `canary:\n  - trafficPercent: 10\n    predictor: { name: v4, model: { name: "", modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v4 } }\n`;
const stable = `predictor:\n  name: v3\n  model: { modelFormat: { name: sklearn }, storageUri: gs://models/scorer/v3 }\n`;

export default defineRule({
  id: 'kserve/no-canary-list-outside-standard',
  catalogue: ['kserve-canary-spec-needs-standard'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The canary list works in Standard mode only.',
  why: 'The webhook of KServe 0.20 refuses a service with `spec.canary` whose deployment mode is not Standard. Without the annotation the cluster decides the mode, so the same file is taken by one cluster and refused by the next.',
  remedy:
    'Annotate the service with `serving.kserve.io/deploymentMode: Standard`, or use `canaryTrafficPercent` in Knative mode.',
  references: [
    {
      title: 'KServe 0.20: validateCanarySpecs',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_validation.go',
    },
  ],
  messages: {
    mode: 'The webhook refuses a canary list in {mode} mode.',
    cluster: 'The canary list needs Standard mode, but the service leaves the mode to the cluster.',
  },
  fix: 'review',
  looksAt: [{ view: 'kserve/inference-service', path: [] }],
  *check(at): Iterable<Report> {
    const list = at.list('spec', 'canary');
    if (list.is !== 'known' || list.value.length === 0) return;
    const deployed = deploymentModeOf(at);
    if (deployed.is === 'known' && deployed.value !== 'Standard') {
      yield { message: 'mode', data: { mode: deployed.value }, span: deployed.span, fix: mend(at) };
    }
    const anchor = at.at('spec', 'canary')?.anchor;
    if (deployed.is === 'absent' && anchor)
      yield { message: 'cluster', span: anchor, severity: 'warning', fix: mend(at) };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: serviceOf(stable + canary, mode('«Knative» # as before')),
        message: 'mode',
        fixed: serviceOf(stable + canary, mode('Standard # as before')),
      },
      {
        path: 'isvc.yaml',
        text: serviceOf(stable + canary.replace('canary', '«canary»')),
        message: 'cluster',
        severity: 'warning',
        fixed: serviceOf(stable + canary, mode('Standard')),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: serviceOf(stable + canary, mode('Standard')) },
      { path: 'isvc.yaml', text: serviceOf(stable + canary, mode('RawDeployment')) },
      { path: 'isvc.yaml', text: serviceOf(stable + canary, mode('${MODE}')) },
      { path: 'isvc.yaml', text: serviceOf(`${stable}canary: []\n`, mode('Knative')) },
      {
        path: 'isvc.yaml',
        text: serviceOf(
          `predictor:\n  ${model().replaceAll('\n', '\n  ')}`.trimEnd() + '\n',
          mode('Knative'),
        ),
      },
    ],
  },
});

function mend(at: NodeView): Report['fix'] {
  return at.fix('review', 'Set the deployment mode to Standard', at.set(deploymentModePath, 'Standard'));
}
