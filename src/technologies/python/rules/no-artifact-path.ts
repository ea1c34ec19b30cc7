import { defineRule } from '../../../core';
import type { Report } from '../../../core';

export default defineRule({
  id: 'python/no-artifact-path',
  catalogue: ['mlflow-artifact-path-arg'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'A model is logged under a deprecated argument.',
  why: 'In MLflow 3 models are objects of their own and no longer files of a run: `artifact_path` is deprecated for `name`, and will be removed.',
  remedy: 'Write `name=` where MLflow 3 or later is installed.',
  references: [{ title: 'MLflow 3: what is new', url: 'https://mlflow.org/docs/latest/ml/mlflow-3/' }],
  messages: { old: 'artifact_path is deprecated in MLflow 3; name takes its place.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'python/log-model', path: ['artifact_path'] }],
  *check(at): Iterable<Report> {
    const fix = at.fix('review', 'Rename artifact_path to name', at.rename([], 'name'));
    yield { message: 'old', span: at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'train.py',
        text: "import mlflow\nmlflow.sklearn.log_model(m, «artifact_path»='model', signature=s)\n",
        fixed: "import mlflow\nmlflow.sklearn.log_model(m, name='model', signature=s)\n",
      },
    ],
    good: [
      { path: 'train.py', text: "import mlflow\nmlflow.sklearn.log_model(m, name='model')\n" },
      { path: 'train.py', text: "import mlflow\nmlflow.log_artifacts('d', artifact_path='model')\n" },
      { path: 'train.py', text: "other.sklearn.log_model(m, artifact_path='model')\n" },
    ],
  },
});
