import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { meaningOf } from '../../../shapes/python-script';
import { script } from '../examples';

const study = (objective: string, pruner: string): string =>
  script(
    `def objective(trial):\n    x = trial.suggest_float("x", 0, 1)\n${objective}s = optuna.create_study(${pruner})`,
  );

export default defineRule({
  id: 'optuna/require-report',
  catalogue: ['optuna-pruner-without-report'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A pruner is set, but no trial asks it.',
  why: 'A pruner only answers: without `trial.report` it knows no values, and without `trial.should_prune` nobody acts on it. All trials run to their end, and nothing tells so.',
  remedy:
    'In each step call `trial.report(value, step)`, and raise `optuna.TrialPruned` when `trial.should_prune()`.',
  references: [
    {
      title: 'Optuna: pruning of unpromising trials',
      url: 'https://optuna.readthedocs.io/en/stable/tutorial/10_key_features/003_efficient_optimization_algorithms.html',
    },
  ],
  messages: {
    unasked: 'No trial in this file reports values and asks whether to stop, so the pruner does nothing.',
  },
  fix: { none: 'Where a step of the training ends is known only to the author.' },
  looksAt: [{ view: 'optuna/create-study', path: ['pruner'] }],
  *check(at): Iterable<Report> {
    const { text, templated } = at.document;
    const meaning = meaningOf(at) ?? '';
    if (templated || !/^optuna\.pruners\.\w+Pruner\(\)$/.test(meaning) || meaning.includes('NopPruner'))
      return;
    // Without suggestions the objective is in another file; integrations bring callbacks that ask.
    if (!/\.suggest_\w+\(/.test(text) || /should_prune|Pruning\w*Callback/.test(text)) return;
    yield { message: 'unasked', span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: study('    return f(x)\n', '«pruner»=optuna.pruners.MedianPruner(), direction="maximize"'),
      },
      { path: 'a.py', text: study('    trial.report(x, 1)\n', '«pruner»=optuna.pruners.HyperbandPruner()') },
    ],
    good: [
      {
        path: 'a.py',
        text: study(
          '    trial.report(x, 1)\n    trial.should_prune()\n',
          'pruner=optuna.pruners.MedianPruner()',
        ),
      },
      {
        path: 'a.py',
        text: study('    LightGBMPruningCallback(trial, "auc")\n', 'pruner=optuna.pruners.MedianPruner()'),
      },
      { path: 'a.py', text: study('', 'pruner=optuna.pruners.NopPruner()') },
      { path: 'a.py', text: study('', 'pruner=pruner') },
      { path: 'a.py', text: study('', 'direction="maximize"') },
      { path: 'a.py', text: script('s = optuna.create_study(pruner=optuna.pruners.MedianPruner())') },
      { path: 'a.py', text: study('    f(\n', 'pruner=optuna.pruners.MedianPruner()') },
    ],
  },
});
