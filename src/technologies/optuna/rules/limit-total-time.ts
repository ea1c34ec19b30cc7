import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { script } from '../examples';

export default defineRule({
  id: 'optuna/limit-total-time',
  catalogue: ['optuna-no-timeout'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The number of trials is limited, their time is not.',
  why: '`n_trials` counts per process: five workers run five times as many. And one slow trial can take a night.',
  remedy: 'Give a `timeout` in seconds beside `n_trials`.',
  references: [
    {
      title: 'Optuna: Study.optimize',
      url: 'https://optuna.readthedocs.io/en/stable/reference/generated/optuna.study.Study.html#optuna.study.Study.optimize',
    },
  ],
  messages: { untimed: 'The trials are counted, but their time is not limited.' },
  fix: { none: 'The time that a study may take is known only to the author.' },
  looksAt: [{ view: 'optuna/optimize', path: [] }],
  *check(at): Iterable<Report> {
    const trials = at.get('n_trials');
    if (trials.is !== 'known' || ['timeout', 'callbacks'].some((key) => at.get(key).is !== 'absent')) return;
    yield { message: 'untimed', span: at.anchor };
  },
  examples: {
    bad: [{ path: 'a.py', text: script('s = optuna.create_study()\n«s.optimize»(objective, n_trials=50)') }],
    good: [
      {
        path: 'a.py',
        text: script('s = optuna.create_study()\ns.optimize(objective, n_trials=50, timeout=3600)'),
      },
      {
        path: 'a.py',
        text: script('s = optuna.create_study()\ns.optimize(objective, n_trials=50, callbacks=[stop])'),
      },
      { path: 'a.py', text: script('s = optuna.create_study()\ns.optimize(objective)') },
    ],
  },
});
