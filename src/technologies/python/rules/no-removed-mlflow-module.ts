import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { importsOf } from '../../../shapes/python-script';

export default defineRule({
  id: 'python/no-removed-mlflow-module',
  catalogue: ['mlflow-recipes-or-gateway-removed'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A part of MLflow is imported that MLflow 3 no longer has.',
  why: 'MLflow 3.0 removed Recipes, and the modules of fastai, mleap, diviner and gluon: the import ends in a ModuleNotFoundError.',
  remedy:
    'Write the steps as plain functions or with a workflow tool, and log models by the flavour `pyfunc`.',
  references: [
    {
      title: 'MLflow 3: breaking changes',
      url: 'https://mlflow.org/docs/latest/genai/mlflow-3/breaking-changes/',
    },
  ],
  messages: { removed: '{module} was removed in MLflow 3.0.' },
  fix: { none: 'There is no module in its place.' },
  looksAt: [{ view: 'python/module', path: [] }],
  *check(at): Iterable<Report> {
    const places = new Set<number>();
    for (const { module, name, moduleSpan, span } of importsOf(at.document)) {
      const isInside = removed.test(module);
      if (!isInside && !(module === 'mlflow' && name !== undefined && removed.test(`mlflow.${name}`)))
        continue;
      const place = isInside ? moduleSpan : span;
      if (places.has(place.start)) continue;
      places.add(place.start);
      yield { message: 'removed', data: { module: isInside ? module : `mlflow.${name}` }, span: place };
    }
  },
  examples: {
    bad: [
      { path: 'a.py', text: 'from «mlflow.recipes» import Recipe, steps  # old\n' },
      { path: 'a.py', text: 'import «mlflow.recipes.steps»\n' },
      { path: 'a.py', text: 'from mlflow import sklearn, «fastai», metrics\n' },
    ],
    good: [
      {
        path: 'a.py',
        text: 'import mlflow\nfrom mlflow import sklearn\nimport mlflow.recipesque\nfrom fastai import learner\n',
      },
    ],
  },
});

const removed = /^mlflow\.(?:recipes|fastai|mleap|diviner|gluon)(?:\.|$)/;
