import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { compose, deployment } from '../example-files';
import { listensToAll, settingOf } from '../servers';
import { backendStores } from '../sources';

export default defineRule({
  id: 'mlflow/no-sqlite-server',
  catalogue: ['mlflow-sqlite-in-shared-server'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'replication',
  summary: 'A shared server keeps its runs in a SQLite file of its pod.',
  why: 'One writer at a time, a file for each replica, and all of it gone when the pod is replaced: runs and registered models with it.',
  remedy: 'Use a database server: `--backend-store-uri postgresql://…`.',
  references: [backendStores],
  messages: {
    file: 'The runs are in a SQLite file of the pod: {uri}.',
    unset: 'Without --backend-store-uri the runs are in a SQLite file of the pod.',
  },
  fix: { none: 'The address of the database is known only to the author.' },
  looksAt: [{ view: 'mlflow/server', path: [] }],
  *check(at): Iterable<Report> {
    const workload = at.outer;
    const replicas = workload?.number('spec', 'replicas');
    const several = replicas?.is === 'known' && replicas.value > 1;
    const isDeployment = workload !== undefined && known(workload.text('kind')) === 'Deployment';
    if (!several && !(isDeployment && listensToAll(at))) return;
    const store = settingOf(at, '--backend-store-uri');
    if (store.is === 'absent') yield { message: 'unset', span: store.anchor };
    if (store.is === 'known' && store.value.startsWith('sqlite:'))
      yield { message: 'file', data: { uri: store.value }, span: store.span };
  },
  examples: {
    bad: [
      {
        ...deployment('["--host", "0.0.0.0", "--backend-store-uri", «"sqlite:////data/m.db"»] # local'),
        message: 'file',
      },
      {
        ...deployment('["--port", "80"]', '', '  replicas: 2\n', 'StatefulSet'),
        text: deployment('["--port", "80"]', '', '  replicas: 2\n', 'StatefulSet').text.replace(
          '[mlflow, server]',
          '[mlflow, «server»]',
        ),
        message: 'unset',
      },
      {
        path: 'mlflow.yaml',
        text: 'apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [{command: [sh, -c], args: ["exec mlflow «server» --host 0.0.0.0"]}]}}}\n',
        message: 'unset',
      },
    ],
    good: [
      deployment('["--host", "0.0.0.0", "--backend-store-uri", "postgresql://db/m"]'),
      deployment('["--host", "127.0.0.1"]'),
      deployment('["--host", "0.0.0.0"]', '', '', 'StatefulSet'),
      deployment('["--host", "0.0.0.0"]', '', '  replicas: 1\n', 'StatefulSet'),
      deployment('["--host", "0.0.0.0"]', '          envFrom: [{secretRef: {name: s}}]\n'),
      deployment(
        '["--host", "0.0.0.0"]',
        '          env: [{name: MLFLOW_BACKEND_STORE_URI, valueFrom: {}}]\n',
      ),
      deployment('["--host", "0.0.0.0", "$(OPTIONS)"]'),
      compose('mlflow server --host 0.0.0.0'),
      {
        path: 'mlflow.yaml',
        text: 'apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: [{command: [sh, -c], args: ["MLFLOW_BACKEND_STORE_URI=$(cat /uri) exec mlflow server --host 0.0.0.0"]}]}}}\n',
      },
    ],
  },
});
