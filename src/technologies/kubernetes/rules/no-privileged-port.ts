import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-privileged-port',
  catalogue: ['privileged-port'],
  equivalents: ['kube-linter:privileged-ports', 'trivy:KSV-0117', 'sonar:S6473'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container listens on a port below 1024.',
  why: 'On older kernels and runtimes only root, or a capability, may listen there: the container is given more rights than it needs.',
  remedy: 'Listen on a port above 1023 and let the Service map it.',
  references: [
    { title: 'Linux: ip_unprivileged_port_start', url: 'https://docs.kernel.org/networking/ip-sysctl.html' },
  ],
  messages: { low: 'Port {port} needs rights of root to listen on.' },
  fix: { none: 'The port is set in the program as well.' },
  looksAt: [{ view: 'kubernetes/container', path: ['ports', '*', 'containerPort'] }],
  *check(at): Iterable<Report> {
    const port = at.number();
    if (port.is !== 'known' || port.value <= 0 || port.value >= 1024) return;
    yield { message: 'low', data: { port: port.value }, span: port.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: «1023», name: http }]\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: 1024, hostPort: 80 }]\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  ports: [{ containerPort: 0 }]\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  ports: [{ containerPort: "${PORT}" }]\n') },
    ],
  },
});
