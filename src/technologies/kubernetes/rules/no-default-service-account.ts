import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, resource } from '../example-manifests';
import { serviceAccounts } from '../sources';

export default defineRule({
  id: 'kubernetes/no-default-service-account',
  catalogue: ['default-service-account'],
  equivalents: [
    'kube-linter:default-service-account',
    'kics:service_account_name_undefined_or_empty',
    'kyverno:check-sa',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: "A pod runs as its namespace's default service account.",
  why: 'Rights given to the default account are rights of every pod in the namespace.',
  remedy: 'Make a service account for the workload and name it.',
  references: [serviceAccounts],
  messages: {
    default: 'The pod runs as service account "default".',
    missing: 'The pod names no service account and so runs as "default".',
  },
  fix: { none: 'The service account has to be made first.' },
  looksAt: [{ view: 'kubernetes/pod-spec', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('serviceAccountName');
    if (at.has('serviceAccount') && name.is === 'absent') return;
    if (name.is === 'absent') yield { message: 'missing', span: name.anchor };
    if (name.is === 'known' && ['default', ''].includes(name.value))
      yield { message: 'default', span: name.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'serviceAccountName: «default» # all\n'),
        message: 'default',
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Pod', '«spec»:\n  containers: [{ name: scorer }]\n'),
        message: 'missing',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'serviceAccountName: «""»\n'),
        message: 'default',
      },
    ],
    good: [
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'serviceAccountName: scorer\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'serviceAccount: scorer\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'serviceAccountName: ${ACCOUNT}\n') },
    ],
  },
});
