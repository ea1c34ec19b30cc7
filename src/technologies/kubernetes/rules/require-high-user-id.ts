import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, securitySetting } from '../containers';
import { pod } from '../example-manifests';
import { securityContext } from '../sources';

export default defineRule({
  id: 'kubernetes/require-high-user-id',
  catalogue: ['low-uid-gid'],
  equivalents: [
    'kube-score:container-security-context-user-group-id',
    'checkov:CKV_K8S_40',
    'trivy:KSV-0020',
    'kics:containers_run_with_low_uid',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container runs with a user number that the node may use too.',
  why: "Numbers below 10000 belong to the node's own users: what breaks out, or shares a volume, acts as one of them.",
  remedy: 'Set `runAsUser` to a number of at least 10000.',
  references: [securityContext],
  messages: {
    low: 'User {user} may be a user of the node.',
    missing: 'Container "{container}" does not set its user number.',
  },
  fix: { none: 'Which user the image is made for is known only to its author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const user = securitySetting(at, 'runAsUser');
    if (user.is === 'absent')
      yield { message: 'missing', data: { container: containerName(at) }, span: user.anchor };
    if (user.is !== 'known' || !/^\d+$/.test(user.value) || Number(user.value) >= 10000) return;
    yield { message: 'low', data: { user: user.value }, span: user.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { runAsUser: «9999», runAsGroup: 3000 }\n'),
        message: 'low',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n- name: proxy\n', 'securityContext:\n  runAsUser: «1000» # app\n'),
        message: 'low',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  «securityContext»: { runAsGroup: 20000 }\n'),
        message: 'missing',
      },
      { path: 'manifest.yaml', text: pod('- «name»: scorer\n'), message: 'missing' },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: 10000 }\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  securityContext: { runAsUser: 20000 }\n',
          'securityContext: { runAsUser: 1000 }\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: "${UID}" }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsUser: app }\n') },
    ],
  },
});
