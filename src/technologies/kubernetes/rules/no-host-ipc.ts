import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-host-ipc',
  catalogue: ['host-ipc'],
  equivalents: [
    'kube-linter:host-ipc',
    'polaris:hostIPCSet',
    'checkov:CKV_K8S_18',
    'trivy:KSV-0008',
    'kubescape:host-ipc-privileges',
    'kubescape:host-pid-ipc-privileges',
    'kics:shared_host_ipc_namespace',
    'semgrep:hostipc-pod',
    'sonar:HostNamespacesCheck',
    'kyverno:disallow-host-namespaces',
    'gatekeeper:host-namespaces',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A pod shares the memory segments and semaphores of its node.',
  why: "Any other process on the node reads and writes the pod's shared memory, such as the batches that PyTorch workers exchange.",
  remedy:
    'Remove `hostIPC`, and give PyTorch its shared memory as an `emptyDir` with `medium: Memory` mounted at `/dev/shm`.',
  references: [baseline],
  messages: { host: 'The pod shares the inter-process memory of its node.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['hostIPC'] }],
  *check(at): Iterable<Report> {
    const host = at.boolean();
    if (host.is !== 'known' || !host.value) return;
    yield { message: 'host', span: host.span, fix: at.fix('review', 'Remove hostIPC', at.remove()) };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: train\n', 'hostIPC: «true» # shm\n'),
        fixed: pod('- name: train\n', ''),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: train\n', 'hostIPC: false\n') },
      { path: 'manifest.yaml', text: pod('- name: train\n', 'hostIPC: ${HOST_IPC}\n') },
      { path: 'manifest.yaml', text: pod('- name: train\n', 'hostPID: true\n') },
    ],
  },
});
