import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const script = (body: string): string =>
  `import mlflow\n${body}mlflow.sklearn.log_model(model, name="fraud")\n`;

export default defineRule({
  id: 'python/require-metrics',
  catalogue: ['mlflow-model-without-metrics'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A model is logged without any metric.',
  why: 'A gate has nothing to compare, and later nobody can tell whether the model was any better than the one before.',
  remedy:
    'Log the metrics of the test set with `mlflow.log_metrics`, or evaluate with `mlflow.models.evaluate`.',
  references: [{ title: 'MLflow: tracking', url: 'https://mlflow.org/docs/latest/ml/tracking/' }],
  messages: { blind: 'The model is logged, but no metric is.' },
  fix: { none: 'What is to be measured is known only to the author.' },
  looksAt: [{ view: 'python/log-model', path: [] }],
  *check(at): Iterable<Report> {
    const { text, templated } = at.document;
    if (templated || /log_metrics?\b|autolog\b|\bevaluate\b/.test(text)) return;
    yield { message: 'blind', span: at.anchor };
  },
  examples: {
    bad: [
      { path: 'a.py', text: script('').replace('mlflow.sklearn.log_model', '«mlflow.sklearn.log_model»') },
    ],
    good: [
      { path: 'a.py', text: script('mlflow.log_metric("auc", 0.9)\n') },
      { path: 'a.py', text: script('mlflow.log_metrics(m)\n') },
      { path: 'a.py', text: script('mlflow.autolog()\n') },
      { path: 'a.py', text: script('mlflow.models.evaluate(m)\n') },
      { path: 'a.py', text: `${script('')}x = (\n` },
      { path: 'a.py', text: 'import mlflow\nself.log_model(model)\n' },
    ],
  },
});
