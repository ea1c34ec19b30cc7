import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { hydra, script } from '../examples';

export default defineRule({
  id: 'optuna/require-seed',
  catalogue: ['optuna-no-seed'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The sampler has no seed.',
  why: 'Each run of the study tries other values, so a result can neither be repeated nor compared. (With `n_jobs` above 1 a seed alone does not make a study repeatable.)',
  remedy: 'Give the sampler a `seed`.',
  references: [
    {
      title: 'Optuna FAQ: reproducible optimization results',
      url: 'https://optuna.readthedocs.io/en/stable/faq.html#how-can-i-obtain-reproducible-optimization-results',
    },
    { title: 'Hydra: Optuna sweeper', url: 'https://hydra.cc/docs/plugins/optuna_sweeper/' },
  ],
  messages: { unseeded: 'The sampler has no seed, so the study cannot be repeated.' },
  fix: 'review',
  looksAt: [
    { view: 'optuna/sampler', path: [] },
    { view: 'optuna/hydra-sweeper', path: ['sampler'] },
  ],
  *check(at): Iterable<Report> {
    const seed = at.get('seed');
    if (seed.is !== 'absent' || (known(at.text('_target_')) ?? '').endsWith('.GridSampler')) return;
    yield {
      message: 'unseeded',
      span: seed.anchor,
      fix: at.fix('review', 'Set seed to 42', at.set(['seed'], 42)),
    };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script('s = «optuna.samplers.TPESampler»(multivariate=True)'),
        fixed: script('s = optuna.samplers.TPESampler(multivariate=True, seed=42)'),
      },
      {
        path: 'conf/config.yaml',
        text: hydra('    «sampler»: # how\n      n_startup_trials: 5\n'),
        fixed: hydra('    sampler: # how\n      n_startup_trials: 5\n      seed: 42\n'),
      },
    ],
    good: [
      { path: 'a.py', text: script('s = optuna.samplers.TPESampler(seed=seed)') },
      { path: 'a.py', text: script('s = optuna.samplers.TPESampler(**options)') },
      { path: 'a.py', text: script('s = optuna.samplers.GridSampler(space)') },
      { path: 'conf/config.yaml', text: hydra('    sampler: { seed: 1 }\n') },
      { path: 'conf/config.yaml', text: hydra('    sampler: { _target_: optuna.samplers.GridSampler }\n') },
      { path: 'conf/config.yaml', text: hydra('    sampler: { seed: null }\n') },
    ],
  },
});
