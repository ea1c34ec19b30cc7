import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { hostPath } from '../sources';

export default defineRule({
  id: 'kubernetes/no-host-path',
  catalogue: ['host-path-mount'],
  equivalents: [
    'polaris:hostPathSet',
    'trivy:KSV-0023',
    'kubescape:alert-any-hostpath',
    'kics:non_kube_system_pod_with_host_mount',
    'sonar:MountingFileSystemPathsCheck',
    'kyverno:disallow-host-path',
    'gatekeeper:host-filesystem',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A pod mounts a folder of its node.',
  why: 'The data is there only on that node: a pod that moves finds nothing, and who gets into the pod reads what other pods keep there.',
  remedy: 'Use a PersistentVolumeClaim; for data sets one with `ReadOnlyMany`.',
  references: [hostPath],
  messages: { host: '"{path}" is a folder of the node.' },
  fix: { none: 'Which volume takes its place is known only to the author.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['volumes', '*', 'hostPath', 'path'] }],
  *check(at): Iterable<Report> {
    const path = at.text();
    if (path.is === 'known') yield { message: 'host', data: { path: path.value }, span: path.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: train\n',
          'volumes:\n  - name: data\n    hostPath: { path: «/mnt/data», type: Directory }\n',
        ),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: train\n', 'volumes:\n  - name: data\n    emptyDir: {}\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: train\n', 'volumes:\n  - name: data\n    hostPath: { path: "${DATA}" }\n'),
      },
    ],
  },
});
