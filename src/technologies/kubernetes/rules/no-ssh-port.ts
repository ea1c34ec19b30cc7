import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-ssh-port',
  catalogue: ['privileged-port'],
  equivalents: ['kube-linter:ssh-port'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A container offers SSH.',
  why: 'A second way into the container, with keys and users of its own that no role of the cluster governs and no audit log shows.',
  remedy: 'Use `kubectl exec`, and remove the SSH server from the image.',
  references: [
    {
      title: 'Kubernetes: get a shell to a running container',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/',
    },
  ],
  messages: { ssh: 'Port 22 offers SSH into the container.' },
  fix: { none: 'The server is in the image.' },
  looksAt: [{ view: 'kubernetes/container', path: ['ports', '*'] }],
  *check(at): Iterable<Report> {
    const port = at.number('containerPort');
    const protocol = knownOr(at.text('protocol'), 'TCP');
    if (port.is === 'known' && port.value === 22 && protocol === 'TCP')
      yield { message: 'ssh', span: port.span };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  ports: [{ containerPort: «22», name: ssh }]\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: «22», protocol: TCP }]\n'),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  ports: [{ containerPort: 2222 }]\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  ports: [{ containerPort: 22, protocol: UDP }]\n'),
      },
    ],
  },
});
