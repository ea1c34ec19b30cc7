import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName } from '../containers';
import { deployment, job } from '../example-manifests';
import { probes } from '../sources';

export default defineRule({
  id: 'kubernetes/require-liveness-probe',
  catalogue: ['liveness-probe-missing'],
  equivalents: [
    'kube-linter:no-liveness-probe',
    'kube-score:pod-probes',
    'polaris:livenessProbeMissing',
    'checkov:CKV_K8S_8',
    'kubescape:configured-liveness-probe',
    'kics:liveness_probe_is_not_defined',
    'kyverno:require-pod-probes',
    'gatekeeper:requiredprobes',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container that hangs is not restarted.',
  why: 'A server that is alive as a process but stuck, in a deadlock or a lost GPU context, stays so until someone notices.',
  remedy:
    'Add a `livenessProbe` that is cheap and does not depend on other services, and a `startupProbe` that gives the model time to load.',
  references: [probes],
  messages: { missing: 'Container "{container}" has no liveness probe.' },
  fix: { none: 'What tells that the process is alive is known only to the author.' },
  looksAt: [{ view: 'kubernetes/serving-container', path: [] }],
  *check(at): Iterable<Report> {
    const probe = at.get('livenessProbe');
    if (probe.is === 'absent')
      yield { message: 'missing', data: { container: containerName(at) }, span: probe.anchor };
  },
  examples: {
    bad: [{ path: 'manifest.yaml', text: deployment('- «name»: scorer\n  image: scorer:1.4.2\n') }],
    good: [
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n  livenessProbe: { httpGet: { path: /live, port: 8080 } }\n'),
      },
      { path: 'manifest.yaml', text: job('- name: train\n') },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n  livenessProbe: {}\n', 'initContainers:\n  - name: fetch\n'),
      },
      {
        path: 'manifest.yaml',
        text: deployment('- name: scorer\n  livenessProbe: {}\n  command: ["{{ .Values.x }}"]\n'),
      },
    ],
  },
});
