import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName } from '../containers';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/require-no-privilege-escalation',
  catalogue: ['privilege-escalation-allowed'],
  equivalents: [
    'kube-linter:privilege-escalation-container',
    'polaris:privilegeEscalationAllowed',
    'checkov:CKV_K8S_20',
    'trivy:KSV-0001',
    'kubescape:rule-allow-privilege-escalation',
    'kics:privilege_escalation_allowed',
    'semgrep:allow-privilege-escalation',
    'semgrep:allow-privilege-escalation-no-securitycontext',
    'kyverno:disallow-privilege-escalation',
    'gatekeeper:allow-privilege-escalation',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: "Nothing keeps a container's processes from gaining rights.",
  why: 'Unless `allowPrivilegeEscalation` is false, one set-uid program in the image is enough to become root inside the container.',
  remedy: 'Set `allowPrivilegeEscalation: false`.',
  references: [restricted],
  messages: { missing: 'Container "{container}" does not forbid privilege escalation.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const allowed = at.get('securityContext', 'allowPrivilegeEscalation');
    if (allowed.is !== 'absent') return;
    const fix = at.fix(
      'review',
      'Forbid privilege escalation',
      at.set(['securityContext', 'allowPrivilegeEscalation'], false),
    );
    yield { message: 'missing', data: { container: containerName(at) }, span: allowed.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- «name»: scorer\n  tty: true\n'),
        fixed: pod('- name: scorer\n  tty: true\n  securityContext:\n    allowPrivilegeEscalation: false\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  «securityContext»: { runAsUser: 1000 } # app\n'),
        fixed: pod(
          '- name: scorer\n  securityContext: { runAsUser: 1000, allowPrivilegeEscalation: false } # app\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { allowPrivilegeEscalation: false }\n'),
      },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
