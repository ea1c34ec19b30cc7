import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { stringsOf } from '../../../shapes/python-script';

export default defineRule({
  id: 'python/no-latest-model',
  catalogue: ['mlflow-latest-uri'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Whatever model was registered last is loaded.',
  why: 'Each training that registers a version changes what is served at the next start, tested or not; and which version answered a request cannot be told afterwards.',
  remedy: 'Name a version, `models:/fraud/7`, or an alias that a gate moves, `models:/fraud@champion`.',
  references: [{ title: 'MLflow: model registry', url: 'https://mlflow.org/docs/latest/ml/model-registry/' }],
  messages: { latest: 'models:/…/latest loads whatever was registered last.' },
  fix: { none: 'The version is known only to the author.' },
  looksAt: [{ view: 'python/module', path: [] }],
  *check(at): Iterable<Report> {
    for (const { span } of stringsOf(at.document, true)) {
      const match = /models:\/[^/@\s'"]+\/latest(?![\w/-])/.exec(
        at.document.text.slice(span.start, span.end),
      );
      if (!match) continue;
      const end = span.start + match.index + match[0].length;
      yield { message: 'latest', span: { start: end - 'latest'.length, end } };
    }
  },
  examples: {
    bad: [
      { path: 'score.py', text: 'm = load("models:/fraud/«latest»", dst)\n' },
      { path: 'score.py', text: 'm = load(f"models:/{name}/«latest»")\n' },
    ],
    good: [
      { path: 'score.py', text: 'm = load("models:/fraud/7")\n' },
      { path: 'score.py', text: 'm = load("models:/fraud/latest-v2")\n' },
      { path: 'score.py', text: 'm = load("s3://models/fraud/latest")\n' },
    ],
  },
});
