import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { basicAuthentication } from '../sources';

export default defineRule({
  id: 'mlflow/no-default-password',
  catalogue: ['mlflow-default-admin-password'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'The password is the one that MLflow documents.',
  why: 'password1234 was the default password of the administrator and stands in the documentation: it is the first that anybody tries.',
  remedy: 'Set a password of your own, from a secret, and change it on the server.',
  references: [basicAuthentication],
  messages: { known: '{name} is the password that MLflow documents.' },
  fix: { none: 'A new password has to be made.' },
  looksAt: [
    { view: 'mlflow/variables', path: ['MLFLOW_AUTH_ADMIN_PASSWORD'] },
    { view: 'mlflow/variables', path: ['MLFLOW_TRACKING_PASSWORD'] },
  ],
  *check(at): Iterable<Report> {
    const password = at.text();
    if (password.is === 'known' && /^password(?:1234)?$/.test(password.value))
      yield { message: 'known', data: { name: at.key }, span: password.span };
  },
  examples: {
    bad: [
      { path: '.env', text: 'MLFLOW_TRACKING_PASSWORD=«password1234» # default\n' },
      {
        path: 'compose.yaml',
        text: 'services: {m: {image: mlflow, environment: {MLFLOW_AUTH_ADMIN_PASSWORD: «password»}}}\n',
      },
    ],
    good: [
      {
        path: '.env',
        text: 'MLFLOW_TRACKING_PASSWORD=${PASSWORD}\nMLFLOW_AUTH_ADMIN_PASSWORD=password12345\n',
      },
      { path: '.env', text: 'MLFLOW_X=1\nOTHER_PASSWORD=password1234\n' },
    ],
  },
});
