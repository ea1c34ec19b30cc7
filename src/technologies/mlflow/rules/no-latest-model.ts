import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { modelUris } from '../model-uris';

export default defineRule({
  id: 'mlflow/no-latest-model',
  catalogue: ['mlflow-latest-uri'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A registered model is named by its latest version.',
  why: 'Whatever was registered last is loaded, evaluated or not; the next restart serves another model, and nothing tells which one answered.',
  remedy: 'Name a version, `models:/fraud/7`, or an alias that a person or a gate moves.',
  references: [{ title: 'MLflow: model registry', url: 'https://mlflow.org/docs/latest/ml/model-registry/' }],
  messages: { latest: 'Whatever version of "{name}" was registered last is loaded.' },
  fix: { none: 'Which version is meant is known only to the author.' },
  looksAt: [{ view: 'mlflow/model-reference', path: [] }],
  *check(at): Iterable<Report> {
    const seen = new Set<number>();
    for (const { name, version, span } of modelUris(at.document)) {
      if (version !== 'latest' || seen.has(span.start)) continue;
      seen.add(span.start);
      yield { message: 'latest', data: { name }, span };
    }
  },
  examples: {
    bad: [
      { path: '.env', text: 'MODEL_URI=models:/fraud/«latest» # newest\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nCMD ["mlflow", "models", "serve", "-m", "models:/a.b.c/«latest»"]\n',
      },
      { path: 'values.properties', text: 'model=models:/fraud/«latest»\n' },
    ],
    good: [
      { path: '.env', text: 'A=models:/fraud/7\nB=models:/fraud@champion\nC=models:/fraud/latest-good\n' },
      { path: '.env', text: 'A=runs:/fraud/latest\n' },
    ],
  },
});
