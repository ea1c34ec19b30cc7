import { defineRule, knownOr } from '../../../core';
import type { NodeView, Report, Value } from '../../../core';
import { probePorts } from '../containers';
import { pod, predictor } from '../example-manifests';
import { probes } from '../sources';

export default defineRule({
  id: 'kubernetes/no-unknown-probe-port',
  catalogue: ['probe-port-not-exposed'],
  equivalents: ['kube-linter:liveness-port', 'kube-linter:readiness-port', 'kube-linter:startup-port'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A probe names a port that its container does not have.',
  why: "A port's name is looked up among the container's ports. It is not there, so every probe fails: the pod never gets ready, or restarts for ever.",
  remedy: 'Name one of `ports`, or add the port with that name.',
  references: [probes],
  messages: { unknown: 'No port of the container is named "{port}".' },
  fix: { none: 'Whether the probe or the port is misnamed is known only to the author.' },
  looksAt: [{ view: 'kubernetes/container', path: [] }],
  *check(at): Iterable<Report> {
    if (at.has('ports') && at.list('ports').is !== 'known') return;
    const names = namesOf(at.list('ports'));
    if (!names) return;
    for (const { value, span } of probePorts(at)) {
      if (/^\d+$/.test(value) || names.includes(value)) continue;
      yield { message: 'unknown', data: { port: value }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ name: http, containerPort: 8080 }]\n  readinessProbe: { httpGet: { path: /ready, port: «web» } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  livenessProbe: { tcpSocket: { port: «http» }, periodSeconds: 5 }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ containerPort: 8080 }]\n  startupProbe: { httpGet: { port: «http», path: /live } }\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ name: http, containerPort: 8080 }]\n  readinessProbe: { httpGet: { path: /ready, port: http } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  readinessProbe: { httpGet: { path: /ready, port: 8080 } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  ports: [{ name: "${PORT}", containerPort: 8080 }]\n  readinessProbe: { httpGet: { port: http } }\n',
        ),
      },
      { path: 'manifest.yaml', text: predictor('model:\n  readinessProbe: { httpGet: { port: http } }\n') },
    ],
  },
});

function namesOf(ports: Value<readonly NodeView[]>): readonly string[] | undefined {
  if (ports.is === 'absent') return [];
  if (ports.is !== 'known') return undefined;
  const names = ports.value.map((port) => knownOr(port.text('name'), ''));
  return names.every((name) => name !== undefined) ? names : undefined;
}
