import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod } from '../example-manifests';
import { secrets } from '../sources';

export default defineRule({
  id: 'kubernetes/no-secret-in-env',
  catalogue: ['secret-via-env-ref'],
  equivalents: [
    'kube-linter:read-secret-from-env-var',
    'checkov:CKV_K8S_35',
    'kubescape:rule-secrets-in-env-var',
    'kics:secrets_as_environment_variables',
    'kyverno:secrets-not-from-env-vars',
    'kyverno:no-secrets',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A Secret is handed to a container as an environment variable.',
  why: 'Variables are printed by crash reports and inherited by every child process; a change of the Secret reaches them only after a restart.',
  remedy: 'Mount the Secret as a file and let the program read it there.',
  references: [secrets],
  messages: { variable: 'The Secret is handed over as an environment variable.' },
  fix: { none: 'The program has to read a file instead.' },
  looksAt: [
    { view: 'kubernetes/any-container', path: ['env', '*', 'valueFrom', 'secretKeyRef'] },
    { view: 'kubernetes/any-container', path: ['envFrom', '*', 'secretRef'] },
  ],
  *check(at): Iterable<Report> {
    if (!at.isUnknown()) yield { message: 'variable', span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: PASSWORD, valueFrom: { «secretKeyRef»: { name: a, key: b } } }]\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  envFrom: [{ «secretRef»: { name: a } }]\n') },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: MODEL, valueFrom: { configMapKeyRef: { name: a, key: b } } }]\n',
        ),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  envFrom: [{ configMapRef: { name: a } }]\n') },
    ],
  },
});
