import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { containerName, podAnnotations, securitySetting } from '../containers';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/require-seccomp-profile',
  catalogue: ['seccomp-missing'],
  equivalents: [
    'kube-score:container-seccomp-profile',
    'checkov:CKV_K8S_31',
    'trivy:KSV-0030',
    'trivy:KSV-0104',
    'kubescape:set-seccomp-profile',
    'kubescape:set-seccomp-profile-RuntimeDefault',
    'kics:seccomp_profile_is_not_configured',
    'kyverno:restrict-seccomp-strict',
    'gatekeeper:seccomp',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Nothing limits the system calls of a container.',
  why: 'Without a profile the container may make every system call of the kernel, and most ways out of a container begin with a rare one.',
  remedy: 'Set `seccompProfile: { type: RuntimeDefault }` for the pod.',
  references: [restricted],
  messages: {
    missing: 'Container "{container}" has no seccomp profile.',
    wrong: '{type} is no seccomp profile type that limits anything.',
  },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const type = securitySetting(at, 'seccompProfile', 'type');
    if (type.is === 'known' && !['RuntimeDefault', 'Localhost', 'Unconfined'].includes(type.value)) {
      yield { message: 'wrong', data: { type: type.value }, span: type.span };
    }
    if (type.is !== 'absent' || hasOldProfile(at)) return;
    const edits = at.set(['securityContext', 'seccompProfile', 'type'], 'RuntimeDefault');
    const fix = at.fix('review', 'Set the profile RuntimeDefault', edits);
    yield { message: 'missing', data: { container: containerName(at) }, span: type.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  «securityContext»: { runAsUser: 1 } # app\n'),
        message: 'missing',
        fixed: pod(
          '- name: scorer\n  securityContext: { runAsUser: 1, seccompProfile: {type: RuntimeDefault} } # app\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { «seccompProfile»: { localhostProfile: a.json } }\n'),
        message: 'missing',
        fixed: pod(
          '- name: scorer\n  securityContext: { seccompProfile: { localhostProfile: a.json, type: RuntimeDefault } }\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { seccompProfile: { type: «LocalPort» } }\n'),
        message: 'wrong',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'securityContext: { seccompProfile: { type: RuntimeDefault } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { seccompProfile: { type: Localhost } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { seccompProfile: { type: Unconfined } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n').replace(
          '  name: scorer\n',
          '  name: scorer\n  annotations: { seccomp.security.alpha.kubernetes.io/pod: runtime/default }\n',
        ),
      },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});

/** Before Kubernetes 1.27 an annotation set the profile. */
function hasOldProfile(container: NodeView): boolean {
  const annotations = podAnnotations(container);
  return (
    annotations?.entries().some(({ key }) => key.startsWith('seccomp.security.alpha.kubernetes.io/')) === true
  );
}
