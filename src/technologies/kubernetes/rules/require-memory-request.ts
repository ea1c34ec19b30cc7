import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, lastingContainers } from '../containers';
import { job, pod } from '../example-manifests';
import { resourceManagement } from '../sources';

export default defineRule({
  id: 'kubernetes/require-memory-request',
  catalogue: ['memory-request-missing'],
  equivalents: [
    'kube-linter:unset-memory-requirements',
    'kube-score:container-resources',
    'polaris:memoryRequestsMissing',
    'checkov:CKV_K8S_12',
    'trivy:KSV-0016',
    'kubescape:resources-memory-requests',
    'kubescape:resources-memory-limit-and-request',
    'kics:memory_requests_not_defined',
    'sonar:MemoryRequestCheck',
    'gatekeeper:containerrequests',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The scheduler does not know how much memory a container needs.',
  why: 'The pod is placed on a node that has no memory left for it, and is among the first to be evicted there.',
  remedy: 'Set `resources.requests.memory` to what the container needs when it works.',
  references: [resourceManagement],
  messages: { missing: 'Container "{container}" has no memory request.' },
  fix: { none: 'How much memory the container needs is known only to the author.' },
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const request = at.get('resources', 'requests', 'memory');
    if (request.is !== 'absent' || at.outer?.has('resources', 'requests', 'memory')) return;
    yield { message: 'missing', data: { container: containerName(at) }, span: request.anchor };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «resources»: { limits: { memory: 1Gi } }\n') },
      {
        path: 'manifest.yaml',
        text: job(
          '- name: train\n  resources: { requests: { memory: 8Gi } }\n',
          'initContainers:\n  - «name»: fetch\n    image: fetch:1.0.0\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { requests: { memory: 1Gi } }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'resources: { requests: { memory: 1Gi } }\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { memory: "${MEMORY}" } }\n',
          'ephemeralContainers:\n  - name: debug\n',
        ),
      },
    ],
  },
});
