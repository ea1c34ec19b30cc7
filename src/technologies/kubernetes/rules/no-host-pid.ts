import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-host-pid',
  catalogue: ['host-pid'],
  equivalents: [
    'kube-linter:host-pid',
    'polaris:hostPIDSet',
    'checkov:CKV_K8S_17',
    'trivy:KSV-0010',
    'kubescape:host-pid-privileges',
    'kubescape:host-pid-ipc-privileges',
    'kics:shared_host_pid_namespace',
    'semgrep:hostpid-pod',
    'sonar:HostNamespacesCheck',
    'kyverno:disallow-host-namespaces',
    'gatekeeper:host-namespaces',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A pod sees and signals all processes of its node.',
  why: 'The pod reads the environment of every process on the node, with the secrets in it, and root in the container can kill them.',
  remedy: 'Remove `hostPID`; for a debugger use `kubectl debug`.',
  references: [baseline],
  messages: { host: 'The pod shares the processes of its node.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['hostPID'] }],
  *check(at): Iterable<Report> {
    const host = at.boolean();
    if (host.is !== 'known' || !host.value) return;
    yield { message: 'host', span: host.span, fix: at.fix('review', 'Remove hostPID', at.remove()) };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'hostPID: «true» # for nsenter\n'),
        fixed: pod('- name: scorer\n', ''),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'hostPID: false\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'hostPID: ${HOST_PID}\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'hostNetwork: true\n') },
    ],
  },
});
