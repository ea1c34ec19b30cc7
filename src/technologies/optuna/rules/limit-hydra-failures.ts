import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hydra } from '../examples';

export default defineRule({
  id: 'optuna/limit-hydra-failures',
  catalogue: ['hydra-optuna-failure-rate'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'One failed trial ends a long sweep.',
  why: '`max_failure_rate` is 0 unless set: the first trial that runs out of memory, or diverges, aborts all that are left.',
  remedy: 'Set `max_failure_rate` to the share of trials that may fail, such as 0.1.',
  references: [{ title: 'Hydra: Optuna sweeper', url: 'https://hydra.cc/docs/plugins/optuna_sweeper/' }],
  messages: { strict: 'The first failed trial aborts this sweep of {trials} trials.' },
  fix: 'review',
  looksAt: [{ view: 'optuna/hydra-sweeper', path: [] }],
  *check(at): Iterable<Report> {
    const trials = at.number('n_trials');
    const rate = at.number('max_failure_rate');
    if (trials.is !== 'known' || trials.value < longSweep) return;
    if (rate.is !== 'absent' && !(rate.is === 'known' && rate.value === 0)) return;
    const fix = at.fix('review', 'Let one trial in ten fail', at.set(['max_failure_rate'], 0.1));
    yield { message: 'strict', data: { trials: trials.value }, span: trials.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'conf/config.yaml',
        text: hydra('    n_trials: «50» # all\n    n_jobs: 1\n'),
        fixed: hydra('    n_trials: 50 # all\n    n_jobs: 1\n    max_failure_rate: 0.1\n'),
      },
      {
        path: 'conf/config.yaml',
        text: hydra('    n_trials: «100»\n    max_failure_rate: 0.0\n'),
        fixed: hydra('    n_trials: 100\n    max_failure_rate: 0.1\n'),
      },
    ],
    good: [
      { path: 'conf/config.yaml', text: hydra('    n_trials: 49\n') },
      { path: 'conf/config.yaml', text: hydra('    n_trials: 50\n    max_failure_rate: 0.01\n') },
      { path: 'conf/config.yaml', text: hydra('    n_trials: 50\n    max_failure_rate: ${rate}\n') },
    ],
  },
});

const longSweep = 50;
