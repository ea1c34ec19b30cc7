import { requiredKey } from '../../../shapes/required-key';

const deployment = (container: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n${container}`;

export default requiredKey({
  id: 'kubernetes/require-readiness-probe',
  catalogue: ['readiness-probe-missing'],
  equivalents: [
    'kube-linter:no-readiness-probe',
    'kube-score:pod-probes',
    'polaris:readinessProbeMissing',
    'checkov:CKV_K8S_9',
    'kics:readiness_probe_is_not_configured',
    'kyverno:require-pod-probes',
    'gatekeeper:requiredprobes',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A serving container does not tell when it is ready.',
  why: 'Without a readiness probe a pod gets requests as soon as its process runs, long before the model is loaded: each rollout and each scale-up answers with errors.',
  remedy: 'Add a `readinessProbe` on the path that answers only when the model is loaded.',
  references: [
    {
      title: 'Kubernetes: liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    },
  ],
  looksAt: [{ view: 'kubernetes/serving-container', path: [] }],
  key: ['readinessProbe'],
  message: 'Container "{container}" has no readiness probe.',
  data: (at) => {
    const name = at.text('name');
    return { container: name.is === 'known' ? name.value : '' };
  },
  mend: { none: 'The path and port that tell readiness are known only to the author.' },
  examples: {
    bad: [
      {
        path: 'deployment.yaml',
        text: deployment('        - «name»: scorer\n          image: scorer:1.4.2\n'),
      },
    ],
    good: [
      {
        path: 'deployment.yaml',
        text: deployment(
          '        - name: scorer\n          readinessProbe: { httpGet: { path: /ready, port: 8080 } }\n',
        ),
      },
      {
        path: 'job.yaml',
        text: deployment('        - name: train\n')
          .replace('apps/v1', 'batch/v1')
          .replace('Deployment', 'Job'),
      },
    ],
  },
});
