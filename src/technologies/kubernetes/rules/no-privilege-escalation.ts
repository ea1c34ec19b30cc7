import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/no-privilege-escalation',
  catalogue: ['privilege-escalation-allowed'],
  equivalents: [
    'kube-linter:privilege-escalation-container',
    'polaris:privilegeEscalationAllowed',
    'checkov:CKV_K8S_20',
    'trivy:KSV-0001',
    'kubescape:rule-allow-privilege-escalation',
    'kics:privilege_escalation_allowed',
    'semgrep:allow-privilege-escalation-true',
    'kyverno:disallow-privilege-escalation',
    'gatekeeper:allow-privilege-escalation',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A process in the container may gain more rights than it was started with.',
  why: 'With escalation allowed, one set-uid program in the image is enough to become root inside the container.',
  remedy: 'Set `allowPrivilegeEscalation: false`; nothing but set-uid programs needs it.',
  references: [restricted],
  messages: { allowed: 'The container allows its processes to gain rights.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: ['securityContext', 'allowPrivilegeEscalation'] }],
  *check(at): Iterable<Report> {
    const allowed = at.boolean();
    if (allowed.is !== 'known' || !allowed.value) return;
    const fix = at.fix('review', 'Set allowPrivilegeEscalation to false', at.set([], false));
    yield { message: 'allowed', span: allowed.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { allowPrivilegeEscalation: «true», runAsUser: 1000 }\n',
        ),
        fixed: pod(
          '- name: scorer\n  securityContext: { allowPrivilegeEscalation: false, runAsUser: 1000 }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: predictor('model:\n  securityContext:\n    allowPrivilegeEscalation: «true» # sudo\n'),
        fixed: predictor('model:\n  securityContext:\n    allowPrivilegeEscalation: false # sudo\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { allowPrivilegeEscalation: false }\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: {}\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { allowPrivilegeEscalation: "${ESCALATE}" }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'securityContext: { allowPrivilegeEscalation: true }\n'),
      },
    ],
  },
});
