import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, lastingContainers } from '../containers';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/require-ephemeral-storage-limit',
  catalogue: ['ephemeral-storage-missing'],
  equivalents: [
    'kube-score:container-ephemeral-storage-request-and-limit',
    'sonar:StorageLimitCheck',
    'sonar:StorageRequestCheck',
    'kyverno:require-emptydir-requests-and-limits',
    'gatekeeper:ephemeral-storage-limit',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container may fill the disk of its node.',
  why: "Model downloads, checkpoints in /tmp and logs fill the node's disk; the kubelet then evicts pods, first those that asked for no storage.",
  remedy: 'Set `ephemeral-storage` in the requests and limits, or write to a volume of its own.',
  references: [
    {
      title: 'Kubernetes: local ephemeral storage',
      url: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/',
    },
  ],
  messages: {
    limit: 'Container "{container}" has no limit of ephemeral storage.',
    request: 'Container "{container}" has no request of ephemeral storage.',
  },
  fix: { none: 'How much storage the container needs is known only to the author.' },
  looksAt: lastingContainers,
  *check(at): Iterable<Report> {
    const data = { container: containerName(at) };
    const limit = at.get('resources', 'limits', 'ephemeral-storage');
    const request = at.get('resources', 'requests', 'ephemeral-storage');
    if (limit.is === 'absent') yield { message: 'limit', data, span: limit.anchor };
    else if (request.is === 'absent') yield { message: 'request', data, span: request.anchor };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- «name»: scorer\n  image: scorer:1.4.2\n'), message: 'limit' },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  «resources»: { limits: { ephemeral-storage: 2Gi } }\n'),
        message: 'request',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { ephemeral-storage: 1Gi }, limits: { ephemeral-storage: 2Gi } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  resources: { requests: { ephemeral-storage: "${DISK}" }, limits: { ephemeral-storage: "${DISK}" } }\n',
        ),
      },
    ],
  },
});
