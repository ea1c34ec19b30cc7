import { defineRule } from '../../../core';
import type { Report } from '../../../core';

const script = (given: string, more = ''): string =>
  `from ray import tune\nc = tune.TuneConfig(${given})\n${more}`;

export default defineRule({
  id: 'ray/no-endless-sampling',
  catalogue: ['tune-no-stop-no-budget'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The experiment samples without end.',
  why: '`num_samples=-1` starts trials until something stops the experiment. Nothing here does: it runs, and costs, until it is killed.',
  remedy: 'Give `time_budget_s`, or a number of samples.',
  references: [
    {
      title: 'Ray Tune: TuneConfig',
      url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.TuneConfig.html',
    },
  ],
  messages: { endless: 'num_samples is -1 and nothing stops the experiment.' },
  fix: { none: 'The budget is known only to the author.' },
  looksAt: [{ view: 'ray/tune-settings', path: [] }],
  *check(at): Iterable<Report> {
    const samples = at.number('num_samples');
    if (samples.is !== 'known' || samples.value !== -1) return;
    if (at.get('time_budget_s').is !== 'absent') return;
    // A stopper may end the whole experiment, wherever in the file it is given.
    if (/\bstop(?:per)?\b/i.test(at.document.text)) return;
    yield { message: 'endless', span: samples.span };
  },
  examples: {
    bad: [
      { path: 'a.py', text: script('num_samples=«-1», metric="loss"') },
      { path: 'tune.yaml', text: 'kind: RayTuneConfig\ntune_config:\n  num_samples: «-1» # all\n' },
    ],
    good: [
      { path: 'a.py', text: script('num_samples=-1, time_budget_s=3600') },
      { path: 'a.py', text: script('num_samples=-1, time_budget_s=budget') },
      { path: 'a.py', text: script('num_samples=1') },
      { path: 'a.py', text: script('num_samples=-1', 'r = tune.RunConfig(stop=my_stopper)\n') },
      {
        path: 'tune.yaml',
        text: 'kind: RayTuneConfig\ntune_config: { num_samples: -1, time_budget_s: 3600 }\n',
      },
    ],
  },
});
