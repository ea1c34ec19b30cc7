import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasKnownSecret, isSecretName, isSecretValue, passwordInUri } from '../../../shapes/secret-names';
import { pod, predictor } from '../example-manifests';
import { secrets } from '../sources';

export default defineRule({
  id: 'kubernetes/no-plain-secret-env',
  catalogue: ['secret-in-plain-env', 'secret-ml-token-literal'],
  equivalents: [
    'kube-linter:env-var-secret',
    'polaris:sensitiveContainerEnvVar',
    'kubescape:rule-credentials-in-env-var',
    'sonar:HardcodedCredentialsCheck',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A secret stands in the manifest in clear.',
  why: 'Everyone who may read the repository, or the pod, has the password; and it stays in the history after it is removed.',
  remedy: 'Put it into a Secret and use `valueFrom.secretKeyRef`.',
  references: [secrets],
  messages: {
    plain: 'Variable "{name}" holds a secret in clear.',
    known: 'The value of "{name}" has the form of a known secret.',
    uri: 'The address in "{name}" holds a password.',
  },
  fix: { none: 'The Secret has to be made first, and the value changed.' },
  looksAt: [{ view: 'kubernetes/any-container', path: ['env', '*'] }],
  *check(at): Iterable<Report> {
    const name = at.text('name');
    const value = at.text('value');
    if (name.is !== 'known' || value.is !== 'known') return;
    const data = { name: name.value };
    const uri = passwordInUri(value.value);
    if (hasKnownSecret(value.value)) yield { message: 'known', data, span: value.span };
    else if (uri) yield { message: 'uri', data, span: value.span };
    else if (isSecretName(name.value) && isSecretValue(value.value))
      yield { message: 'plain', data, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: MLFLOW_TRACKING_PASSWORD, value: «hunter2» }]\n'),
        message: 'plain',
      },
      {
        path: 'manifest.yaml',
        text: predictor('model:\n  env:\n    - name: HF_TOKEN\n      value: «abc» # mine\n'),
        message: 'plain',
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: USER_ID, value: «AKIAIOSFODNN7EXAMPLE» }]\n'),
        message: 'known',
      },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: DATABASE, value: «"postgresql://app:hunter2@db/app"» }]\n',
        ),
        message: 'uri',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: MLFLOW_TRACKING_PASSWORD, valueFrom: { secretKeyRef: { name: a, key: b } } }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: PASSWORD_FILE, value: /run/secrets/password }]\n'),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: DB_PASSWORD, value: $(PASSWORD) }]\n'),
      },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  env: [{ name: DB_PASSWORD, value: "" }]\n') },
      { path: 'manifest.yaml', text: pod('- name: scorer\n  env: [{ name: MAX_TOKENS, value: "512" }]\n') },
      {
        path: 'manifest.yaml',
        text: pod(
          '- name: scorer\n  env: [{ name: DATABASE, value: "postgresql://app:$(PASSWORD)@db/app" }]\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: pod('- name: scorer\n  env: [{ name: DATABASE, value: "postgresql://app@db/app" }]\n'),
      },
    ],
  },
});
