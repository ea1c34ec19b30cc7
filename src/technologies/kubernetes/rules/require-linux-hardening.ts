import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { containerName, podAnnotations, securitySetting } from '../containers';
import { pod, predictor } from '../example-manifests';
import { restricted } from '../sources';

export default defineRule({
  id: 'kubernetes/require-linux-hardening',
  catalogue: ['seccomp-missing'],
  equivalents: ['polaris:linuxHardening', 'kubescape:linux-hardening'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'No protection of the Linux kernel is used for a container.',
  why: 'Neither seccomp, AppArmor, SELinux nor dropped capabilities stand between the container and the kernel.',
  remedy: 'Use at least one: `seccompProfile: { type: RuntimeDefault }` costs nothing.',
  references: [restricted],
  messages: {
    missing: 'Container "{container}" uses neither seccomp, AppArmor, SELinux nor dropped capabilities.',
  },
  fix: { none: 'Which protection fits is for the team to decide.' },
  looksAt: [{ view: 'kubernetes/container', path: [] }],
  *check(at): Iterable<Report> {
    const context = at.get('securityContext');
    if (context.is === 'unknown' || at.outer?.get('securityContext').is === 'unknown') return;
    const own = ['seLinuxOptions', 'appArmorProfile'];
    if (own.some((key) => at.has('securityContext', key) || at.outer?.has('securityContext', key))) return;
    const seccomp = securitySetting(at, 'seccompProfile', 'type');
    if (seccomp.is !== 'absent' && known(seccomp) !== 'Unconfined') return;
    if (at.has('securityContext', 'capabilities', 'drop')) return;
    const marks = podAnnotations(at)?.entries() ?? [];
    if (marks.some(({ key }) => /^(?:container\.apparmor|seccomp)\.security\./.test(key))) return;
    yield {
      message: 'missing',
      data: { container: containerName(at) },
      span: at.at('securityContext')?.anchor ?? at.anchor,
    };
  },
  examples: {
    bad: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  «securityContext»: { runAsUser: 1 }\n') },
      { path: 'manifest.yaml', text: pod('- «name»: scorer\n  tty: true\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  «securityContext»: { seccompProfile: { type: Unconfined } }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { seccompProfile: { type: RuntimeDefault } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'securityContext: { seLinuxOptions: { level: "s0:c1" } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { appArmorProfile: { type: RuntimeDefault } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { capabilities: { drop: [ALL] } }\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n').replace(
          '  name: scorer\n',
          '  name: scorer\n  annotations: { container.apparmor.security.beta.kubernetes.io/scorer: runtime/default }\n',
        ),
      },
      { path: 'manifest.yaml', text: predictor('model: {}\n') },
    ],
  },
});
