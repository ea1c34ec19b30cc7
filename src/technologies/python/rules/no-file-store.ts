import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const script = (uri: string): string => `import mlflow\nmlflow.set_tracking_uri(${uri})  # where\n`;

export default defineRule({
  id: 'python/no-file-store',
  catalogue: ['mlflow-file-store'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Runs are tracked in a folder of files.',
  why: 'The file store of MLflow is not developed any more, and from 3.13 MLflow refuses it unless MLFLOW_ALLOW_FILE_STORE is set; it has no registry worth the name and breaks when two processes write.',
  remedy:
    'Use `sqlite:///mlflow.db` on one machine, a server elsewhere; `mlflow migrate-filestore` moves what is there.',
  references: [
    {
      title: 'MLflow issue 23634: the file store is refused',
      url: 'https://github.com/mlflow/mlflow/issues/23634',
    },
    {
      title: 'MLflow: backend stores',
      url: 'https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/',
    },
  ],
  messages: { files: 'MLflow refuses the file store {uri} from version 3.13 on.' },
  fix: { none: 'What is in the folder has to be moved first.' },
  looksAt: [{ view: 'python/set-tracking-uri', path: ['uri'] }],
  *check(at): Iterable<Report> {
    const uri = at.text();
    if (uri.is !== 'known' || !/^(?:file:|\.{0,2}\/|mlruns\b|[A-Za-z]:\\)/.test(uri.value)) return;
    yield { message: 'files', data: { uri: uri.value }, span: uri.span };
  },
  examples: {
    bad: [
      { path: 'a.py', text: script('«"./mlruns"»') },
      { path: 'a.py', text: script("uri=«'file:///data/mlruns'»") },
      { path: 'a.py', text: script('«"mlruns"»') },
      { path: 'a.py', text: script('«"/data/mlruns"»') },
    ],
    good: [
      { path: 'a.py', text: script('"sqlite:///mlflow.db"') },
      { path: 'a.py', text: script('"https://mlflow.example"') },
      { path: 'a.py', text: script('"databricks"') },
      { path: 'a.py', text: script('uri') },
    ],
  },
});
