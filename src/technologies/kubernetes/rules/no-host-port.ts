import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-host-port',
  catalogue: ['host-port'],
  equivalents: [
    'polaris:hostPortSet',
    'checkov:CKV_K8S_26',
    'trivy:KSV-0024',
    'kubescape:container-hostPort',
    'kics:workload_host_port_not_specified',
    'kyverno:disallow-host-ports',
    'gatekeeper:host-network-ports',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A container takes a port of its node.',
  why: 'Only one such pod fits on a node, and the port is open to whatever reaches the node, past Services and most network policies.',
  remedy: 'Use a Service.',
  references: [baseline],
  messages: { host: 'Port {port} of the node leads into the container.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/container', path: ['ports', '*', 'hostPort'] }],
  *check(at): Iterable<Report> {
    const port = at.number();
    if (port.is !== 'known' || port.value === 0) return;
    yield {
      message: 'host',
      data: { port: port.value },
      span: port.span,
      fix: at.fix('review', 'Remove hostPort', at.remove()),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: 8080, hostPort: «8080», name: http }]\n'),
        fixed: pod('- name: scorer\n  ports: [{ containerPort: 8080, name: http }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports:\n    - containerPort: 8080\n      hostPort: «80» # public\n'),
        fixed: pod('- name: scorer\n  ports:\n    - containerPort: 8080\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: 8080, hostPort: 0 }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: 8080, hostPort: "${PORT}" }]\n'),
      },
    ],
  },
});
