import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { probePorts } from '../containers';
import { pod } from '../example-manifests';
import { probes } from '../sources';

export default defineRule({
  id: 'kubernetes/require-exposed-probe-port',
  catalogue: ['probe-port-not-exposed'],
  equivalents: ['kube-linter:liveness-port', 'kube-linter:readiness-port', 'kube-linter:startup-port'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A probe asks a port that its container does not declare.',
  why: 'The list of ports is where people and network policies look; a probe on another port is often a typing mistake, and then always fails.',
  remedy: 'Add the port to `ports`, or correct the probe.',
  references: [probes],
  messages: { undeclared: "Port {port} is not among the container's ports." },
  fix: { none: 'Whether the probe or the list of ports is wrong is known only to the author.' },
  looksAt: [{ view: 'kubernetes/container', path: [] }],
  *check(at): Iterable<Report> {
    const ports = at.list('ports');
    if (ports.is === 'unknown' || ports.is === 'invalid') return;
    const declared = ports.is === 'known' ? ports.value.map((port) => port.text('containerPort')) : [];
    if (declared.some((port) => port.is !== 'known')) return;
    for (const { value, span } of probePorts(at)) {
      if (!/^\d+$/.test(value) || declared.some((port) => known(port) === value)) continue;
      yield { message: 'undeclared', data: { port: value }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ containerPort: 8080 }]\n  readinessProbe: { httpGet: { path: /ready, port: «8081» } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  livenessProbe: { grpc: { port: «9000» }, periodSeconds: 5 }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ containerPort: 8080 }]\n  readinessProbe: { httpGet: { path: /ready, port: 8080 } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ containerPort: "${PORT}" }]\n  readinessProbe: { httpGet: { path: /ready, port: 8080 } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  readinessProbe: { exec: { command: [check] } }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  readinessProbe: { httpGet: { port: http } }\n') },
    ],
  },
});
