import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, lastingContainers } from '../containers';
import { job, pod } from '../example-manifests';
import { resourceManagement } from '../sources';

export default defineRule({
  id: 'kubernetes/require-cpu-limit',
  catalogue: ['cpu-limit-missing'],
  equivalents: [
    'kube-linter:unset-cpu-requirements',
    'kube-score:container-resources',
    'polaris:cpuLimitsMissing',
    'checkov:CKV_K8S_11',
    'trivy:KSV-0011',
    'kubescape:resources-cpu-limits',
    'kubescape:resources-cpu-limit-and-request',
    'kics:cpu_limits_not_set',
    'sonar:CpuLimitCheck',
    'kyverno:require-cpu-limits',
    'gatekeeper:containerlimits',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container may use all processors of its node.',
  why: 'A busy loop, or a maths library that starts a thread per core, slows every other pod of the node. Many teams leave the limit out on purpose, because it throttles.',
  remedy: 'Set `resources.limits.cpu` where pods share nodes with others that must answer fast.',
  references: [resourceManagement],
  messages: { missing: 'Container "{container}" has no CPU limit.' },
  fix: { none: 'How many processors the container needs is known only to the author.' },
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const limit = at.get('resources', 'limits', 'cpu');
    if (limit.is !== 'absent' || at.outer?.has('resources', 'limits', 'cpu')) return;
    yield { message: 'missing', data: { container: containerName(at) }, span: limit.anchor };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «resources»: { requests: { cpu: 1 } }\n') },
      {
        path: 'manifest.yaml',
        text: job(
          '- name: train\n  resources: { limits: { cpu: 8 } }\n',
          'initContainers:\n  - «name»: fetch\n    image: fetch:1.0.0\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { limits: { cpu: 500m } }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'resources: { limits: { cpu: 1 } }\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { limits: { cpu: "${CPU}" } }\n',
          'ephemeralContainers:\n  - name: debug\n',
        ),
      },
    ],
  },
});
