import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { compose, deployment } from '../example-files';
import { settingOf } from '../servers';
import { artifactStores } from '../sources';

export default defineRule({
  id: 'mlflow/require-artifact-store',
  catalogue: ['mlflow-no-artifact-root'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A server keeps artifacts in its container.',
  why: 'Runs are safe in the database, but models and plots go to ./mlartifacts in the container and are gone when it is replaced: the registry then names models that do not exist.',
  remedy: 'Set `--artifacts-destination` to a bucket.',
  references: [artifactStores],
  messages: { missing: 'The server keeps artifacts in a folder of its container.' },
  fix: { none: 'Which bucket is meant is known only to the author.' },
  looksAt: [{ view: 'mlflow/server', path: [] }],
  *check(at): Iterable<Report> {
    const store = settingOf(at, '--backend-store-uri');
    if (store.is !== 'known' || !/^(?:postgres|mysql|mssql|oracle)/.test(store.value)) return;
    const destination = settingOf(at, '--artifacts-destination');
    if (destination.is !== 'absent' || settingOf(at, '--default-artifact-root').is !== 'absent') return;
    if (!/mlartifacts/.test(at.document.text)) yield { message: 'missing', span: destination.anchor };
  },
  examples: {
    bad: [
      compose('mlflow «server» --backend-store-uri postgresql://mlflow@db/mlflow'),
      compose('mlflow «server» --port 80', {
        more: '    environment:\n      MLFLOW_BACKEND_STORE_URI: mysql+pymysql://db/m\n',
      }),
    ],
    good: [
      compose('mlflow server --backend-store-uri postgresql://db/m --artifacts-destination gs://b/m'),
      compose('mlflow server --backend-store-uri postgresql://db/m --default-artifact-root gs://b/m'),
      compose('mlflow server --backend-store-uri postgresql://db/m', {
        more: '    environment: [MLFLOW_ARTIFACTS_DESTINATION=gs://b/m]\n',
      }),
      compose('mlflow server --backend-store-uri postgresql://db/m', { more: '    env_file: .env\n' }),
      compose('mlflow server --backend-store-uri postgresql://db/m', {
        more: '    volumes: [artifacts:/mlartifacts]\n',
      }),
      compose('mlflow server --backend-store-uri sqlite:///m.db'),
      compose('mlflow server --backend-store-uri postgresql://db/m $OPTIONS'),
      deployment('["--backend-store-uri", "postgresql://db/m", "--default-artifact-root", "$(ROOT)"]'),
    ],
  },
});
