import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-unhealthy-pod-eviction-policy',
  catalogue: ['pdb-unhealthy-eviction-policy'],
  equivalents: ['kube-linter:pdb-unhealthy-pod-eviction-policy'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Pods that never become ready keep a node from being drained.',
  why: 'By default a budget that is not met protects even pods that do not work: a crash loop stops the upgrade of the cluster.',
  remedy: 'Set `unhealthyPodEvictionPolicy: AlwaysAllow`.',
  references: [
    {
      title: 'Kubernetes: unhealthy pod eviction policy',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy',
    },
  ],
  messages: { missing: 'The budget does not set unhealthyPodEvictionPolicy.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/disruption-budget', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const policy = at.get('unhealthyPodEvictionPolicy');
    if (policy.is !== 'absent') return;
    const edits = at.set(['unhealthyPodEvictionPolicy'], 'AlwaysAllow');
    yield { message: 'missing', span: policy.anchor, fix: at.fix('review', 'Let unhealthy pods go', edits) };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', '«spec»:\n  maxUnavailable: 1 # at a time\n'),
        fixed: resource(
          'policy/v1',
          'PodDisruptionBudget',
          'spec:\n  maxUnavailable: 1 # at a time\n  unhealthyPodEvictionPolicy: AlwaysAllow\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'policy/v1',
          'PodDisruptionBudget',
          'spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: IfHealthyBudget }\n',
        ),
      },
    ],
  },
});
