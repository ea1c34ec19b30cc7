import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-unsafe-sysctl',
  catalogue: ['unsafe-sysctl'],
  equivalents: [
    'kube-linter:unsafe-sysctls',
    'trivy:KSV-0026',
    'kubescape:set-sysctls-params',
    'kics:cluster_allows_unsafe_sysctls',
    'kyverno:restrict-sysctls',
    'gatekeeper:forbidden-sysctls',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A pod sets a kernel parameter that is not safe to share.',
  why: 'The kubelet refuses such a pod unless the node allows it; where it does, the pod changes the node for all its neighbours.',
  remedy: 'Remove it, or set the parameter on nodes of their own.',
  references: [
    {
      title: 'Kubernetes: safe and unsafe sysctls',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls',
    },
  ],
  messages: { unsafe: 'Kernel parameter "{name}" is not on the list of safe ones.' },
  fix: { none: 'Whether the program works without it is known only to its author.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: ['securityContext', 'sysctls', '*', 'name'] }],
  *check(at): Iterable<Report> {
    const name = at.text();
    if (name.is !== 'known' || safe.has(name.value.replaceAll('/', '.'))) return;
    yield { message: 'unsafe', data: { name: name.value }, span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n',
          'securityContext: { sysctls: [{ name: «net.core.somaxconn», value: "1024" }] }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n',
          'securityContext: { sysctls: [{ name: net.ipv4.tcp_syncookies, value: "1" }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n',
          'securityContext: { sysctls: [{ name: net/ipv4/tcp_syncookies, value: "1" }] }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'securityContext: { sysctls: [{ name: "${NAME}", value: "1" }] }\n'),
      },
    ],
  },
});

// Kubernetes 1.32; the tcp_ ones came with 1.29 and 1.32.
const safe = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);
