import { defineRule } from '../../../core';
import type { Edit, NodeView, Report } from '../../../core';
import { script } from '../examples';

const old = ['suggest_uniform', 'suggest_loguniform', 'suggest_discrete_uniform'] as const;

export default defineRule({
  id: 'optuna/no-old-suggest',
  catalogue: ['optuna-deprecated-suggest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A trial is asked for a value by a deprecated method.',
  why: 'The method warns since Optuna 3.0 and will be gone in 6.0; `suggest_float` does the same.',
  remedy: 'Call `suggest_float(name, low, high)`, with `log=True` or `step=` where the old name said so.',
  references: [
    {
      title: 'Optuna: Trial',
      url: 'https://optuna.readthedocs.io/en/stable/reference/generated/optuna.trial.Trial.html',
    },
    { title: 'Optuna 3.0.0 release notes', url: 'https://github.com/optuna/optuna/releases/tag/v3.0.0' },
  ],
  messages: { old: '{method} is deprecated; suggest_float takes its place.' },
  fix: 'safe',
  migration: true,
  looksAt: old.map((method) => ({ view: 'optuna/script', path: ['byMethod', method, '*'] })),
  *check(at): Iterable<Report> {
    const method = at.path[1] ?? '';
    const callee = at.at('callee');
    if (!callee) return;
    const span = { start: callee.span.end - method.length, end: callee.span.end };
    const fix = at.fix(
      'safe',
      'Call suggest_float',
      [{ span, text: 'suggest_float' }],
      argumentEdits(at, method),
    );
    yield { message: 'old', data: { method }, span, fix };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script('x = trial.«suggest_uniform»("x", 0, 1)  # x'),
        fixed: script('x = trial.suggest_float("x", 0, 1)  # x'),
      },
      {
        path: 'a.py',
        text: script('x = self.trial.«suggest_loguniform»("x", 1e-5, 1)'),
        fixed: script('x = self.trial.suggest_float("x", 1e-5, 1, log=True)'),
      },
      {
        path: 'a.py',
        text: script('x = trial.«suggest_discrete_uniform»("x", 0, 1, 0.1)'),
        fixed: script('x = trial.suggest_float("x", 0, 1, step=0.1)'),
      },
      {
        path: 'a.py',
        text: script('x = trial.«suggest_discrete_uniform»("x", low=0, high=1, q=0.1)'),
        fixed: script('x = trial.suggest_float("x", low=0, high=1, step=0.1)'),
      },
      { path: 'a.py', text: script('x = trial.«suggest_discrete_uniform»("x", **range)') },
    ],
    good: [
      { path: 'a.py', text: script('x = trial.suggest_float("x", 1e-5, 1, log=True)') },
      { path: 'a.py', text: 'x = trial.suggest_uniform("x", 0, 1)\n' },
    ],
  },
});

function argumentEdits(at: NodeView, method: string): Edit[] | undefined {
  if (at.has('spread')) return undefined;
  if (method === 'suggest_uniform') return [];
  if (method === 'suggest_loguniform') return at.set(['keywords', 'log'], true);
  const step = at.at('positional', '3');
  if (step) return [{ span: { start: step.span.start, end: step.span.start }, text: 'step=' }];
  return at.rename(['keywords', 'q'], 'step');
}
