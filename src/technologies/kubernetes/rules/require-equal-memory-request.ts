import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { lastingContainers, quantity } from '../containers';
import { pod } from '../example-manifests';
import { resourceManagement } from '../sources';

export default defineRule({
  id: 'kubernetes/require-equal-memory-request',
  catalogue: ['memory-request-neq-limit'],
  equivalents: ['kube-score:container-memory-requests-equal-limits', 'kyverno:memory-requests-equal-limits'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container is promised less memory than it may use.',
  why: 'Memory cannot be taken back. When several containers use what they may, the node runs out and kills one of them in the middle of a request.',
  remedy: 'Set the memory request equal to the limit.',
  references: [resourceManagement],
  messages: { unequal: 'The memory request {request} is not the limit {limit}.' },
  fix: 'review',
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const request = at.text('resources', 'requests', 'memory');
    const limit = at.text('resources', 'limits', 'memory');
    if (request.is === 'unknown' || limit.is === 'unknown') return;
    const asked = knownOr(request, '0') ?? '0';
    const allowed = knownOr(limit, '0') ?? '0';
    if (quantity(asked) === quantity(allowed)) return;
    const data = { request: asked, limit: allowed };
    const span = request.is === 'known' ? request.span : limit.is === 'known' ? limit.span : at.anchor;
    const set = limit.is === 'known' ? at.set(['resources', 'requests', 'memory'], limit.value) : undefined;
    yield { message: 'unequal', data, span, fix: at.fix('review', 'Set the request to the limit', set) };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources:\n    requests: { memory: «1Gi», cpu: 1 }\n    limits: { memory: 2Gi }\n',
        ),
        fixed: pod(
          '- name: scorer\n  resources:\n    requests: { memory: 2Gi, cpu: 1 }\n    limits: { memory: 2Gi }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources:\n    requests: { memory: «1Gi», cpu: 1 }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources:\n    requests: { cpu: 1 }\n    limits: { memory: «2Gi» } # no request\n',
        ),
        fixed: pod(
          '- name: scorer\n  resources:\n    requests: { cpu: 1, memory: 2Gi }\n    limits: { memory: 2Gi } # no request\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources: { requests: { memory: 1024Mi }, limits: { memory: 1Gi } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { memory: "${MEMORY}" }, limits: { memory: 1Gi } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { memory: 1Gi }, limits: { memory: "${MEMORY}" } }\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  image: scorer:1.4.2\n') },
    ],
  },
});
