import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, predictor } from '../example-manifests';
import { baseline } from '../sources';

export default defineRule({
  id: 'kubernetes/no-unconfined-seccomp',
  catalogue: ['seccomp-missing'],
  equivalents: [
    'kube-score:container-seccomp-profile',
    'checkov:CKV_K8S_31',
    'trivy:KSV-0030',
    'trivy:KSV-0104',
    'kubescape:set-seccomp-profile',
    'kubescape:set-seccomp-profile-RuntimeDefault',
    'semgrep:seccomp-confinement-disabled',
    'kyverno:restrict-seccomp',
    'kyverno:restrict-seccomp-strict',
    'gatekeeper:seccomp',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The filter of system calls is switched off.',
  why: 'Unconfined, a container may make every system call of the kernel, and most ways out of a container begin with a rare one.',
  remedy: 'Set the type to `RuntimeDefault`.',
  references: [baseline],
  messages: { unconfined: 'Unconfined switches the filter of system calls off.' },
  fix: 'review',
  looksAt: [
    { view: 'kubernetes/pod-spec', path: ['securityContext', 'seccompProfile', 'type'] },
    { view: 'kubernetes/any-container', path: ['securityContext', 'seccompProfile', 'type'] },
  ],
  *check(at): Iterable<Report> {
    const type = at.text();
    if (type.is !== 'known' || type.value !== 'Unconfined') return;
    yield {
      message: 'unconfined',
      span: type.span,
      fix: at.fix('review', 'Set the type to RuntimeDefault', at.set([], 'RuntimeDefault')),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { seccompProfile: { type: «Unconfined» }, runAsUser: 1 }\n',
        ),
        fixed: pod(
          '- name: scorer\n  securityContext: { seccompProfile: { type: RuntimeDefault }, runAsUser: 1 }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: predictor('securityContext:\n  seccompProfile:\n    type: «Unconfined» # perf\n'),
        fixed: predictor('securityContext:\n  seccompProfile:\n    type: RuntimeDefault # perf\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { seccompProfile: { type: RuntimeDefault } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { seccompProfile: { type: "${SECCOMP}" } }\n'),
      },
    ],
  },
});
