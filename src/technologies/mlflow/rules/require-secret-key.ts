import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { compose, deployment } from '../example-files';
import { basicAuthentication } from '../sources';

export default defineRule({
  id: 'mlflow/require-secret-key',
  catalogue: ['mlflow-auth-no-secret-key'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A server with users has no key for its forms.',
  why: 'MLflow refuses to start with basic-auth unless MLFLOW_FLASK_SERVER_SECRET_KEY is set; it protects the sign-up form against requests from other sites.',
  remedy: 'Set MLFLOW_FLASK_SERVER_SECRET_KEY from a secret, the same for all replicas.',
  references: [basicAuthentication],
  messages: { missing: 'basic-auth does not start without MLFLOW_FLASK_SERVER_SECRET_KEY.' },
  fix: { none: 'The secret has to be made first.' },
  looksAt: [{ view: 'mlflow/server', path: [] }],
  *check(at): Iterable<Report> {
    const app = at.text('options', '--app-name');
    if (app.is !== 'known' || known(app) !== 'basic-auth' || !at.has('complete')) return;
    if (!at.has('variables', 'MLFLOW_FLASK_SERVER_SECRET_KEY')) yield { message: 'missing', span: app.span };
  },
  examples: {
    bad: [
      compose('mlflow server --app-name «basic-auth» --port 80'),
      deployment('["--app-name", «"basic-auth"»]', '          env: [{name: MLFLOW_PORT, value: "80"}]\n'),
    ],
    good: [
      compose('mlflow server --app-name basic-auth', {
        more: '    environment: [MLFLOW_FLASK_SERVER_SECRET_KEY]\n',
      }),
      compose('mlflow server --app-name basic-auth', { more: '    env_file: .env\n' }),
      compose('mlflow server --app-name basic-auth', { more: '    extends: {service: base}\n' }),
      compose('mlflow server --app-name own'),
      deployment(
        '["--app-name", "basic-auth"]',
        '          env: [{name: MLFLOW_FLASK_SERVER_SECRET_KEY, valueFrom: {}}]\n',
      ),
      { path: 'Dockerfile', text: 'FROM python:3.12\nCMD mlflow server --app-name basic-auth\n' },
    ],
  },
});
