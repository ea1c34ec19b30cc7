import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, lastingContainers } from '../containers';
import { job, pod } from '../example-manifests';
import { resourceManagement } from '../sources';

export default defineRule({
  id: 'kubernetes/require-cpu-request',
  catalogue: ['cpu-request-missing'],
  equivalents: [
    'kube-linter:unset-cpu-requirements',
    'kube-score:container-resources',
    'polaris:cpuRequestsMissing',
    'checkov:CKV_K8S_10',
    'trivy:KSV-0015',
    'kubescape:resources-cpu-requests',
    'kubescape:resources-cpu-limit-and-request',
    'kics:cpu_requests_not_set',
    'sonar:CpuRequestCheck',
    'gatekeeper:containerrequests',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The scheduler does not know how many processors a container needs.',
  why: 'Without a request the container gets what the others leave, nearly nothing on a busy node, and an autoscaler on CPU use has nothing to divide by.',
  remedy: 'Set `resources.requests.cpu` to what the container needs when it works.',
  references: [resourceManagement],
  messages: { missing: 'Container "{container}" has no CPU request.' },
  fix: { none: 'How many processors the container needs is known only to the author.' },
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const request = at.get('resources', 'requests', 'cpu');
    if (request.is !== 'absent' || at.outer?.has('resources', 'requests', 'cpu')) return;
    yield { message: 'missing', data: { container: containerName(at) }, span: request.anchor };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «resources»: { limits: { cpu: 1 } }\n') },
      {
        path: 'manifest.yaml',
        text: job(
          '- name: train\n  resources: { requests: { cpu: 8 } }\n',
          'initContainers:\n  - «name»: fetch\n    image: fetch:1.0.0\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  resources: { requests: { cpu: 500m } }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'resources: { requests: { cpu: 1 } }\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { cpu: "${CPU}" } }\n',
          'ephemeralContainers:\n  - name: debug\n',
        ),
      },
    ],
  },
});
