import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { deployment, pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-restart-policy',
  catalogue: ['cronjob-restartpolicy'],
  equivalents: ['kube-linter:restart-policy'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A pod is not told to start again after it ends.',
  why: 'A server whose pod says Never stays away after its first crash.',
  remedy: 'Set `restartPolicy` to Always for servers, OnFailure for Jobs.',
  references: [
    {
      title: 'Kubernetes: container restart policy',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
    },
  ],
  messages: {
    never: 'restartPolicy {policy} leaves a crashed container down.',
    missing: 'The restart policy is left to the default.',
  },
  fix: { none: 'Whether the program may run twice is known only to its author.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: [] }],
  *check(at): Iterable<Report> {
    const policy = at.text('restartPolicy');
    if (policy.is === 'absent') yield { message: 'missing', span: policy.anchor };
    if (policy.is !== 'known' || ['Always', 'OnFailure'].includes(policy.value)) return;
    yield { message: 'never', data: { policy: policy.value }, span: policy.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'restartPolicy: «Never» # once\n'),
        message: 'never',
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n').replace('    spec', '    «spec»'),
        message: 'missing',
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'restartPolicy: Always\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'restartPolicy: OnFailure\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'restartPolicy: ${POLICY}\n') },
    ],
  },
});
