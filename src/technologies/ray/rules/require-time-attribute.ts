import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const pbt = (given: string): string =>
  `from ray.tune.schedulers import PopulationBasedTraining\nscheduler = PopulationBasedTraining(${given})\n`;

export default defineRule({
  id: 'ray/require-time-attribute',
  catalogue: ['tune-pbt-time-attr-default'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Population based training perturbs by the clock.',
  why: 'Unless set, `time_attr` is the wall-clock time and the interval a minute: on another machine, or beside another job, the same study makes other choices.',
  remedy: 'Set `time_attr="training_iteration"` and `perturbation_interval` in iterations.',
  references: [
    {
      title: 'Ray Tune: PopulationBasedTraining',
      url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.schedulers.PopulationBasedTraining.html',
    },
  ],
  messages: {
    clock: 'Population based training counts wall-clock seconds, so that the study cannot be repeated.',
  },
  fix: 'review',
  looksAt: [{ view: 'ray/population', path: [] }],
  *check(at): Iterable<Report> {
    const attribute = at.get('time_attr');
    if (attribute.is !== 'absent') return;
    const fix = at.fix('review', 'Count training iterations', at.set(['time_attr'], 'training_iteration'));
    yield { message: 'clock', span: attribute.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: pbt('hyperparam_mutations=m').replace('= P', '= «P').replace('g(h', 'g»(h'),
        fixed: pbt('hyperparam_mutations=m, time_attr="training_iteration"'),
      },
    ],
    good: [
      { path: 'a.py', text: pbt('time_attr="training_iteration", hyperparam_mutations=m') },
      { path: 'a.py', text: pbt('"training_iteration", hyperparam_mutations=m') },
      { path: 'a.py', text: pbt('**options') },
    ],
  },
});
