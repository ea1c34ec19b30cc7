import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const pbt = (given: string): string =>
  `from ray.tune.schedulers import PopulationBasedTraining\nscheduler = PopulationBasedTraining(${given})\n`;

export default defineRule({
  id: 'ray/no-invalid-population',
  catalogue: ['tune-pbt-invalid-args'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'Population based training is given settings that it refuses.',
  why: 'The constructor raises an error: it needs something to mutate, a `quantile_fraction` between 0 and 0.5, and a positive `perturbation_interval`.',
  remedy: 'Give `hyperparam_mutations`, leave `quantile_fraction` at 0.25, and perturb every few steps.',
  references: [
    {
      title: 'Ray Tune: PopulationBasedTraining',
      url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.schedulers.PopulationBasedTraining.html',
    },
  ],
  messages: {
    nothing: 'Population based training needs hyperparam_mutations or custom_explore_fn.',
    quantile: 'quantile_fraction must be between 0 and 0.5, not {value}.',
    interval: 'perturbation_interval must be above 0, not {value}.',
  },
  fix: { none: 'What is to be mutated, and how often, is known only to the author.' },
  looksAt: [{ view: 'ray/population', path: [] }],
  *check(at): Iterable<Report> {
    const mutations = at.get('hyperparam_mutations');
    if (mutations.is === 'absent' && !at.has('custom_explore_fn'))
      yield { message: 'nothing', span: mutations.anchor };
    const quantile = at.number('quantile_fraction');
    if (quantile.is === 'known' && (quantile.value < 0 || quantile.value > 0.5)) {
      yield { message: 'quantile', data: { value: quantile.value }, span: quantile.span };
    }
    const interval = at.number('perturbation_interval');
    if (interval.is !== 'known' || interval.value > 0) return;
    yield { message: 'interval', data: { value: interval.value }, span: interval.span };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        message: 'nothing',
        text: pbt('time_attr="training_iteration"').replace(
          '= PopulationBasedTraining',
          '= «PopulationBasedTraining»',
        ),
      },
      {
        path: 'a.py',
        message: 'quantile',
        text: pbt('hyperparam_mutations=m, quantile_fraction=«0.6», synch=True'),
      },
      { path: 'a.py', message: 'quantile', text: pbt('hyperparam_mutations=m, quantile_fraction=«-0.1»') },
      { path: 'a.py', message: 'interval', text: pbt('hyperparam_mutations=m, perturbation_interval=«0»') },
      {
        path: 'tune.yaml',
        message: 'quantile',
        text: 'kind: RayTuneConfig\ntune_config:\n  scheduler: { type: pbt, hyperparam_mutations: { lr: [1, 2] }, quantile_fraction: «0.8» }\n',
      },
    ],
    good: [
      { path: 'a.py', text: pbt('hyperparam_mutations=m, quantile_fraction=0.5, perturbation_interval=0.5') },
      { path: 'a.py', text: pbt('hyperparam_mutations=m, quantile_fraction=0, perturbation_interval=n') },
      { path: 'a.py', text: pbt('custom_explore_fn=explore, quantile_fraction=q') },
      { path: 'a.py', text: pbt('**options') },
      {
        path: 'tune.yaml',
        text: 'kind: RayTuneConfig\ntune_config:\n  scheduler: { type: asha, quantile_fraction: 0.8 }\n',
      },
    ],
  },
});
