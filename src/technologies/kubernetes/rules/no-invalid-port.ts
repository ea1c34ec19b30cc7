import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, resource } from '../example-manifests';
import { services } from '../sources';

export default defineRule({
  id: 'kubernetes/no-invalid-port',
  catalogue: ['service-target-port-invalid'],
  equivalents: ['kube-linter:invalid-target-ports', 'kube-score:container-ports-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A port has a name or number that cannot be.',
  why: 'The API server refuses it: names have at most 15 lower case letters, digits and hyphens with a letter among them; numbers go from 1 to 65535.',
  remedy: 'Shorten the name, or correct the number.',
  references: [services],
  messages: {
    name: 'Port name "{value}" is not at most 15 lower case letters, digits and single hyphens.',
    number: 'Port {value} is not between 1 and 65535.',
  },
  fix: { none: 'The name or number that was meant is known only to the author.' },
  looksAt: [
    { view: 'kubernetes/container', path: ['ports', '*', 'name'] },
    { view: 'kubernetes/container', path: ['ports', '*', 'containerPort'] },
    { view: 'kubernetes/init-container', path: ['ports', '*', 'name'] },
    { view: 'kubernetes/service', path: ['spec', 'ports', '*', 'targetPort'] },
  ],
  *check(at): Iterable<Report> {
    const text = at.text();
    if (text.is !== 'known') return;
    const value = text.value.trim();
    if (/^-?\d+$/.test(value) && at.key !== 'name') {
      if (Number(value) < 1 || Number(value) > 65535)
        yield { message: 'number', data: { value }, span: text.span };
    } else if (at.key !== 'containerPort' && !isPortName(value)) {
      yield { message: 'name', data: { value }, span: text.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ name: «a-very-long-name», containerPort: 8080 }]\n'),
        message: 'name',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ name: «"8080"», containerPort: 8080 }]\n'),
        message: 'name',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'spec:\n  ports: [{ port: 80, targetPort: «HTTP» }]\n'),
        message: 'name',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'spec:\n  ports: [{ port: 80, targetPort: «a--b» }]\n'),
        message: 'name',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'spec:\n  ports: [{ port: 80, targetPort: «http-» }]\n'),
        message: 'name',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'spec:\n  ports: [{ targetPort: «65536», port: 80 }]\n'),
        message: 'number',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: «0», name: http }]\n'),
        message: 'number',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ name: a-fifteen-chars, containerPort: 65535 }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'v1',
          'Service',
          'spec:\n  ports: [{ port: 80, targetPort: http }, { port: 81, targetPort: 1 }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ name: "${PORT}", containerPort: "${PORT}" }]\n'),
      },
    ],
  },
});

function isPortName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
}
