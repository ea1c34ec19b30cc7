import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, pod, predictor } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-priority-class',
  catalogue: ['priority-class-missing'],
  equivalents: [
    'kube-linter:priority-class-name',
    'polaris:priorityClassNotSet',
    'kyverno:require-pod-priorityclassname',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Pods say nothing of how important they are.',
  why: 'When the cluster is full, serving and training count the same: a batch job may keep a model server from being scheduled.',
  remedy: 'Set `priorityClassName`.',
  references: [
    {
      title: 'Kubernetes: pod priority and preemption',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    },
  ],
  messages: { missing: 'The pod has no priority class.' },
  fix: { none: 'Which priority classes the cluster has is known only to the team.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.get('priorityClassName');
    if (name.is === 'absent') yield { message: 'missing', span: name.anchor };
  },
  examples: {
    bad: [{ path: 'manifest.yaml', text: deployment('- name: scorer\n').replace('    spec', '    «spec»') }],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'priorityClassName: serving\n') },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
