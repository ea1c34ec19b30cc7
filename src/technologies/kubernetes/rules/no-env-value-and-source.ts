import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';

export default defineRule({
  id: 'kubernetes/no-env-value-and-source',
  catalogue: ['env-value-and-valuefrom'],
  equivalents: ['kube-linter:env-var-value-from'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A variable has a value and a source.',
  why: 'The API server refuses the pod: `valueFrom` may not be specified when `value` is not empty.',
  remedy: 'Keep one of the two.',
  references: [
    {
      title: 'Kubernetes API: EnvVar',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables',
    },
  ],
  messages: { both: 'Variable "{name}" has both a value and a valueFrom.' },
  fix: { none: 'Which of the two is meant is known only to the author.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['env', '*'] }],
  *check(at): Iterable<Report> {
    const value = at.text('value');
    if (value.is !== 'known' || value.value === '' || !at.has('valueFrom')) return;
    yield { message: 'both', data: { name: known(at.text('name')) ?? '' }, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: A, value: «b», valueFrom: { fieldRef: { fieldPath: metadata.name } } }]\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: A, value: "", valueFrom: { fieldRef: { fieldPath: metadata.name } } }]\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  env: [{ name: A, value: b }]\n') },
    ],
  },
});
