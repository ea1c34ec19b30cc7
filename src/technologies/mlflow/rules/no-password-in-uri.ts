import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { passwordInUri } from '../../../shapes/secret-names';
import { compose } from '../example-files';
import { basicAuthentication } from '../sources';

const options = ['--backend-store-uri', '--registry-store-uri', '--read-replica-backend-store-uri'];

export default defineRule({
  id: 'mlflow/no-password-in-uri',
  catalogue: ['mlflow-tracking-uri-credentials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'A password stands in the address of the server or its database.',
  why: 'It is in the history of the repository for good, in the list of processes, and in each run, for MLflow logs its address there.',
  remedy:
    'Keep user and password in secrets, such as MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, and change this one.',
  references: [
    basicAuthentication,
    {
      title: 'CWE-798: use of hard-coded credentials',
      url: 'https://cwe.mitre.org/data/definitions/798.html',
    },
  ],
  messages: { password: 'The address in {name} contains a password.' },
  fix: { none: 'Where secrets are kept is known only to the author.' },
  looksAt: [
    ...options.map((option) => ({ view: 'mlflow/server', path: ['options', option] })),
    { view: 'mlflow/environment-file', path: ['MLFLOW_TRACKING_URI'] },
    { view: 'mlflow/environment-file', path: ['MLFLOW_BACKEND_STORE_URI'] },
    { view: 'mlflow/environment-file', path: ['MLFLOW_REGISTRY_URI'] },
  ],
  *check(at): Iterable<Report> {
    const uri = at.text();
    if (uri.is !== 'known' || !passwordInUri(uri.value)) return;
    const written = at.document.text.slice(uri.span.start, uri.span.end);
    const place = passwordInUri(written);
    const span = place ? { start: uri.span.start + place.start, end: uri.span.start + place.end } : uri.span;
    yield { message: 'password', data: { name: at.key }, span };
  },
  examples: {
    bad: [
      { path: '.env', text: 'MLFLOW_TRACKING_URI=https://u:«hunter2»@mlflow.corp.net/x # ours\n' },
      { path: '.env', text: 'MLFLOW_BACKEND_STORE_URI=postgresql://u:«p»@db/mlflow\n' },
      { path: '.env', text: 'MLFLOW_REGISTRY_URI=postgresql://u:«p»@db/mlflow\n' },
      compose('mlflow server --backend-store-uri postgresql://u:«p4»@db/mlflow --port 80'),
      compose('mlflow server --registry-store-uri=postgresql://u:«p4»@db/m'),
      compose('mlflow server --read-replica-backend-store-uri mysql://u:«p4»@db/m'),
    ],
    good: [
      { path: '.env', text: 'MLFLOW_TRACKING_URI=https://mlflow.corp.net\n' },
      { path: '.env', text: 'MLFLOW_TRACKING_URI=https://u:${PASSWORD}@mlflow.corp.net\n' },
      compose('mlflow server --backend-store-uri postgresql://u@db/mlflow'),
      compose('mlflow server --backend-store-uri postgresql://u:$PASSWORD@db/mlflow'),
    ],
  },
});
