import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { containerName, securitySetting } from '../containers';
import { pod } from '../example-manifests';
import { securityContext } from '../sources';

export default defineRule({
  id: 'kubernetes/require-high-group-id',
  catalogue: ['low-uid-gid'],
  equivalents: ['kube-score:container-security-context-user-group-id', 'trivy:KSV-0021'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A container runs with a group number that the node may use too.',
  why: "Without `runAsGroup` the group is root, and numbers below 10000 belong to the node's own groups: files on shared volumes are open to both.",
  remedy: 'Set `runAsGroup` to a number of at least 10000.',
  references: [securityContext],
  messages: {
    low: 'Group {group} may be a group of the node.',
    missing: 'Container "{container}" does not set its group number.',
  },
  fix: { none: 'Which group the image is made for is known only to its author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const group = securitySetting(at, 'runAsGroup');
    if (group.is === 'absent')
      yield { message: 'missing', data: { container: containerName(at) }, span: group.anchor };
    if (group.is !== 'known' || !/^\d+$/.test(group.value) || Number(group.value) >= 10000) return;
    yield { message: 'low', data: { group: group.value }, span: group.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  securityContext: { runAsGroup: «9999», runAsUser: 10000 }\n'),
        message: 'low',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  «securityContext»: { runAsUser: 20000 }\n'),
        message: 'missing',
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsGroup: 10000 }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'securityContext: { runAsGroup: 20000 }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsGroup: "${GID}" }\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  securityContext: { runAsGroup: app }\n') },
    ],
  },
});
