import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { script } from '../examples';

export default defineRule({
  id: 'optuna/require-trial-limit',
  catalogue: ['optuna-unbounded'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The optimisation has no end.',
  why: 'Without `n_trials` and `timeout` Optuna starts trials until the process gets a signal: a job in a cluster then runs until its own deadline, if it has one.',
  remedy: 'Give `n_trials`, `timeout` in seconds, or both.',
  references: [
    {
      title: 'Optuna: Study.optimize',
      url: 'https://optuna.readthedocs.io/en/stable/reference/generated/optuna.study.Study.html#optuna.study.Study.optimize',
    },
  ],
  messages: { endless: 'The optimisation runs until it is killed: it has neither n_trials nor timeout.' },
  fix: { none: 'The budget is known only to the author.' },
  looksAt: [{ view: 'optuna/optimize', path: [] }],
  *check(at): Iterable<Report> {
    if (['n_trials', 'timeout', 'callbacks'].some((key) => at.get(key).is !== 'absent')) return;
    if (/\bstop\s*\(/.test(at.document.text)) return;
    yield { message: 'endless', span: at.anchor };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script('s = optuna.create_study()\n«s.optimize»(objective, gc_after_trial=True)'),
      },
      { path: 'a.py', text: script('def run(study):\n    «study.optimize»(objective)') },
      { path: 'a.py', text: script('«optuna.create_study(direction="maximize").optimize»(objective)') },
    ],
    good: [
      { path: 'a.py', text: script('s = optuna.create_study()\ns.optimize(objective, n_trials=n)') },
      { path: 'a.py', text: script('s = optuna.create_study()\ns.optimize(objective, 50)') },
      { path: 'a.py', text: script('s = optuna.create_study()\ns.optimize(objective, timeout=60)') },
      {
        path: 'a.py',
        text: script('s = optuna.create_study()\ns.optimize(objective, callbacks=[MaxTrialsCallback(9)])'),
      },
      { path: 'a.py', text: script('s = optuna.create_study()\ns.optimize(objective, **options)') },
      {
        path: 'a.py',
        text: script('def f(t):\n    t.study.stop()\ns = optuna.create_study()\ns.optimize(f)'),
      },
      { path: 'a.py', text: script('solver.optimize(objective)') },
      { path: 'a.py', text: 'study.optimize(objective)\n' },
    ],
  },
});
