import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { lastingContainers, quantity } from '../containers';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-guaranteed-resources',
  catalogue: ['memory-request-neq-limit'],
  equivalents: ['kube-score:container-resource-requests-equal-limits', 'kyverno:require-qos-guaranteed'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container is promised less than it may use.',
  why: 'Only pods whose requests equal their limits, for CPU and memory, are of the class Guaranteed: evicted last, and free to own whole cores.',
  remedy: 'Set requests equal to limits, for CPU and memory.',
  references: [
    {
      title: 'Kubernetes: pod quality of service classes',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/',
    },
  ],
  messages: { unequal: 'The {resource} request {request} is not the limit {limit}.' },
  fix: { none: 'Whether the request or the limit is the one that was meant is known only to the author.' },
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    for (const resource of ['cpu', 'memory']) {
      const request = at.text('resources', 'requests', resource);
      const limit = at.text('resources', 'limits', resource);
      if (request.is === 'unknown' || limit.is === 'unknown') continue;
      const asked = knownOr(request, '0') ?? '0';
      const allowed = knownOr(limit, '0') ?? '0';
      if (quantity(asked) === quantity(allowed)) continue;
      const span = request.is === 'known' ? request.span : limit.is === 'known' ? limit.span : at.anchor;
      yield { message: 'unequal', data: { resource, request: asked, limit: allowed }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources:\n    requests: { cpu: «1», memory: 1Gi }\n    limits: { cpu: 2, memory: 1Gi }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources:\n    limits: { memory: «1Gi» } # no request\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources: { requests: { cpu: 1000m }, limits: { cpu: 1 } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  resources: { requests: { cpu: "${CPU}" }, limits: { cpu: 1 } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { memory: 1Gi }, limits: { memory: "${MEMORY}" } }\n',
        ),
      },
    ],
  },
});
