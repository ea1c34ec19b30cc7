import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { card, complete } from '../example-cards';
import { metadata } from '../sources';

const demanded = [
  ['task', 'type'],
  ['dataset', 'type'],
  ['dataset', 'name'],
] as const;
const result = (fields: string): string =>
  card(`${complete}model-index:\n  - name: scorer\n    results:\n      - ${fields}\n`);
const metrics = 'metrics: [{ type: auc, value: 0.8 }]';

export default defineRule({
  id: 'model-card/require-card-metadata',
  catalogue: ['model-card-incomplete'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A model card tells no license or data set, or a result lacks a field that the Hub demands.',
  why: 'Without a license nobody may use the model, without data sets nobody can judge it; the Hub refuses a card whose results lack a field.',
  remedy:
    'Add `license` and `datasets`; give each result `task.type`, `dataset.type`, `dataset.name`, and metrics with `type` and `value`.',
  references: [metadata],
  messages: {
    key: 'The model card tells no {key}.',
    field: 'A result of the model card has no {field}.',
    metric: 'A metric of the model card has no {field}.',
  },
  fix: { none: 'What is true of the model is known to its author.' },
  looksAt: [
    { view: 'model-card/card', path: ['frontMatter'] },
    { view: 'model-card/card', path: ['frontMatter', 'model-index', '*', 'results', '*'] },
  ],
  check: (at) => (at.key === 'frontMatter' ? missingKeys(at) : missingFields(at)),
  examples: {
    bad: [
      {
        path: 'README.md',
        text: card('datasets: [acme/payments] # x\nlibrary_name: sklearn\n').replace('---', '«---»'),
        message: 'key',
      },
      {
        path: 'README.md',
        text: card('base_model: acme/base # x\n').replace('---', '«---»'),
        message: 'key',
      },
      {
        path: 'MODEL_CARD.md',
        text: card('license: mit # x\n').replace('---', '«---»'),
        message: 'key',
      },
      {
        path: 'README.md',
        text: result(`«task»: { name: t }\n        dataset: { type: a/b, name: b }\n        ${metrics}`),
        message: 'field',
      },
      {
        path: 'README.md',
        text: result(`task: { type: t }\n        «dataset»: { name: b }\n        ${metrics}`),
        message: 'field',
      },
      {
        path: 'README.md',
        text: result(`task: { type: t }\n        «dataset»: { type: a/b }\n        ${metrics}`),
        message: 'field',
      },
      {
        path: 'README.md',
        text: result('«task»: { type: t }\n        dataset: { type: a/b, name: b }'),
        message: 'field',
      },
      {
        path: 'README.md',
        text: result(
          'task: { type: t }\n        dataset: { type: a/b, name: b }\n        metrics: [{ type: f1, value: 1 }, { «type»: auc }]',
        ),
        message: 'metric',
      },
      {
        path: 'README.md',
        text: result(
          'task: { type: t }\n        dataset: { type: a/b, name: b }\n        metrics: [{ «value»: 0.8 }]',
        ),
        message: 'metric',
      },
    ],
    good: [
      { path: 'README.md', text: card(complete) },
      { path: 'README.md', text: card('license: mit\nbase_model: acme/base\n') },
      { path: 'README.md', text: card(`${complete}model-index: []\n`) },
      {
        path: 'README.md',
        text: result(`task: { type: t }\n        dataset: { type: a/b, name: b }\n        ${metrics}`),
      },
      { path: 'README.md', text: card('license: mit\ntask_categories: [tabular]\n') },
      { path: 'README.md', text: card('license: mit\ntitle: A page\n') },
      { path: 'README.md', text: '# Fraud scorer\n' },
    ],
  },
});

function* missingKeys(front: NodeView): Iterable<Report> {
  // A merge of base models has no data sets of its own.
  const isDerived = front.has('base_model');
  for (const key of isDerived ? ['license'] : ['license', 'datasets']) {
    if (front.get(key).is === 'absent') yield { message: 'key', data: { key }, span: front.anchor };
  }
}

function* missingFields(result: NodeView): Iterable<Report> {
  for (const path of demanded) {
    const value = result.get(...path);
    if (value.is === 'absent')
      yield { message: 'field', data: { field: path.join('.') }, span: value.anchor };
  }
  const metricsOfResult = result.get('metrics');
  if (metricsOfResult.is === 'absent')
    yield { message: 'field', data: { field: 'metrics' }, span: metricsOfResult.anchor };
  for (const metric of result.at('metrics')?.items() ?? []) {
    for (const field of ['type', 'value']) {
      const value = metric.get(field);
      if (value.is === 'absent') yield { message: 'metric', data: { field }, span: value.anchor };
    }
  }
}
