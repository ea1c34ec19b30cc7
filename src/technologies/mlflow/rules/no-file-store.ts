import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { compose } from '../example-files';
import { isAtLeast, isLocalPath } from '../servers';
import { backendStores } from '../sources';

export default defineRule({
  id: 'mlflow/no-file-store',
  catalogue: ['mlflow-file-store'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Runs are kept in a folder of files.',
  why: 'The file store is not developed any more, and from 3.13 on MLflow refuses to start with it unless MLFLOW_ALLOW_FILE_STORE is set; two processes that write break it.',
  remedy: 'Use a database, such as `postgresql://…`; `mlflow migrate-filestore` moves what is there.',
  references: [
    backendStores,
    {
      title: 'MLflow issue 23634: the file store is refused',
      url: 'https://github.com/mlflow/mlflow/issues/23634',
    },
  ],
  messages: { files: 'MLflow refuses the file store {uri} from version 3.13 on.' },
  fix: { none: 'What is in the folder has to be moved first.' },
  looksAt: [
    { view: 'mlflow/server', path: [] },
    { view: 'mlflow/variables', path: [] },
  ],
  *check(at): Iterable<Report> {
    const isServer = at.context.view.id === 'mlflow/server';
    const allowed = isServer ? at.text('variables', allow) : at.text(allow);
    if (known(allowed)?.toLowerCase() === 'true') return;
    const refused = isServer && allowed.is === 'absent' && isAtLeast(at, '3.13');
    for (const path of isServer ? optionPaths : variablePaths) {
      const uri = at.text(...path);
      if (uri.is !== 'known' || uri.value === 'databricks' || !isLocalPath(uri.value)) continue;
      const severity = refused ? 'error' : 'warning';
      yield { message: 'files', data: { uri: uri.value }, span: uri.span, severity };
    }
  },
  examples: {
    bad: [
      compose('mlflow server --backend-store-uri «./mlruns» --port 5000', { severity: 'error' }),
      compose('["mlflow", "ui", "--backend-store-uri", «"/data"»]', { severity: 'error' }),
      {
        path: 'compose.yaml',
        text: 'services:\n  t:\n    image: ghcr.io/mlflow/mlflow:v3.12.0\n    command: mlflow server --backend-store-uri «file:///data»\n',
      },
      { path: '.env', text: 'MLFLOW_TRACKING_URI=«mlruns» # here\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  t:\n    image: t:1\n    environment: [«MLFLOW_BACKEND_STORE_URI=./mlruns»]\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nCMD ["mlflow", "server", "--backend-store-uri", «"./r"»]\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nENTRYPOINT mlflow server --backend-store-uri «./r» -p 80\n',
      },
    ],
    good: [
      compose('mlflow server --backend-store-uri postgresql://mlflow@db/mlflow'),
      compose('mlflow server --backend-store-uri ./mlruns', {
        more: '    environment: {MLFLOW_ALLOW_FILE_STORE: "True"}\n',
      }),
      compose('mlflow models serve --backend-store-uri ./mlruns'),
      compose('mlflow server --backend-store-uri $STORE'),
      { path: '.env', text: 'MLFLOW_TRACKING_URI=databricks\nMLFLOW_BACKEND_STORE_URI=sqlite:///m.db\n' },
      { path: '.env', text: 'MLFLOW_TRACKING_URI=${URI}\nTRACKING_URI=./mlruns\n' },
    ],
  },
});

const allow = 'MLFLOW_ALLOW_FILE_STORE';

const optionPaths = [['options', '--backend-store-uri']];
const variablePaths = [['MLFLOW_BACKEND_STORE_URI'], ['MLFLOW_TRACKING_URI']];
