import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-deprecated-service-account-field',
  catalogue: ['deprecated-service-account-field'],
  equivalents: ['kube-linter:deprecated-service-account-field', 'kubescape:deprecated-service-account-field'],
  severity: 'info',
  certainty: 'certain',
  summary: 'The service account is named by a deprecated field.',
  why: '`serviceAccount` is an alias that the API keeps for old clients; where both are set and differ, `serviceAccountName` wins without a word.',
  remedy: 'Use `serviceAccountName`.',
  references: [
    {
      title: 'Kubernetes API: PodSpec',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec',
    },
  ],
  messages: {
    deprecated: 'serviceAccount is deprecated in favour of serviceAccountName.',
    differs: 'serviceAccount "{old}" is not serviceAccountName "{name}", which wins.',
  },
  fix: 'safe',
  migration: true,
  looksAt: [{ view: 'kubernetes/pod-spec', path: [] }],
  *check(at): Iterable<Report> {
    const old = at.text('serviceAccount');
    const name = at.text('serviceAccountName');
    if (old.is !== 'known' || name.is === 'unknown') return;
    if (name.is === 'absent') {
      const fix = at.fix(
        'safe',
        'Rename it to serviceAccountName',
        at.rename(['serviceAccount'], 'serviceAccountName'),
      );
      yield { message: 'deprecated', span: at.at('serviceAccount')?.anchor ?? old.span, fix };
    } else if (name.is === 'known' && name.value !== old.value) {
      const fix = at.fix('review', 'Remove serviceAccount', at.remove('serviceAccount'));
      yield { message: 'differs', data: { old: old.value, name: name.value }, span: old.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', '«serviceAccount»: scorer # mine\n'),
        message: 'deprecated',
        fixed: pod('- name: scorer\n', 'serviceAccountName: scorer # mine\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'serviceAccount: «old» # mine\nserviceAccountName: new\n'),
        message: 'differs',
        fixed: pod('- name: scorer\n', 'serviceAccountName: new\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'serviceAccount: scorer\nserviceAccountName: scorer\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'serviceAccountName: scorer\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n', 'serviceAccount: ${ACCOUNT}\n') },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n', 'serviceAccount: a\nserviceAccountName: ${ACCOUNT}\n'),
      },
    ],
  },
});
