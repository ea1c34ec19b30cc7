import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, lastingContainers } from '../containers';
import { deployment, job, pod, predictor } from '../example-manifests';
import { resourceManagement } from '../sources';

export default defineRule({
  id: 'kubernetes/require-memory-limit',
  catalogue: ['memory-limit-missing'],
  equivalents: [
    'kube-linter:unset-memory-requirements',
    'kube-score:container-resources',
    'polaris:memoryLimitsMissing',
    'checkov:CKV_K8S_13',
    'trivy:KSV-0018',
    'kubescape:resources-memory-limits',
    'kubescape:resources-memory-limit-and-request',
    'kics:memory_limits_not_defined',
    'sonar:MemoryLimitCheck',
    'kyverno:require-requests-limits',
    'gatekeeper:containerlimits',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A container may take all the memory of its node.',
  why: "A model that grows, or a batch that is too large, takes the node's memory; the kernel then kills whatever it finds, often another team's pod.",
  remedy:
    'Set `resources.limits.memory` to what the loaded model needs at its peak, and the request to the same.',
  references: [resourceManagement],
  messages: { missing: 'Container "{container}" has no memory limit.' },
  fix: { none: 'How much memory the container needs is known only to the author.' },
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const limit = at.get('resources', 'limits', 'memory');
    if (limit.is !== 'absent' || at.outer?.has('resources', 'limits', 'memory')) return;
    yield { message: 'missing', data: { container: containerName(at) }, span: limit.anchor };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «resources»:\n  tty: true\n') },
      { path: 'manifest.yaml', text: pod('- «name»: scorer\n  image: scorer:1.4.2\n') },
      {
        path: 'manifest.yaml',
        text: pod('- image: scorer:1.4.2\n  «resources»: { requests: { memory: 1Gi } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n  resources:\n    «limits»: # none yet\n      cpu: "2"\n'),
      },
      {
        path: 'manifest.yaml',
        text: job(
          '- name: train\n  resources: { limits: { memory: 8Gi } }\n',
          'initContainers:\n  - «name»: fetch\n    image: fetch:1.0.0\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { limits: { memory: 1Gi } }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'resources: { limits: { memory: 1Gi } }\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources: { limits: { memory: "${MEMORY}" } }\n'),
      },
      { path: 'manifest.yaml', text: predictor('model:\n  modelFormat: { name: sklearn }\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { limits: { memory: 1Gi } }\n',
          'ephemeralContainers:\n  - name: debug\n',
        ),
      },
    ],
  },
});
