import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { meaningOf } from '../../../shapes/python-script';

const script = (given: string): string =>
  `from ray import tune\nfrom ray.tune.schedulers import ASHAScheduler, FIFOScheduler\nc = tune.TuneConfig(${given})\n`;

export default defineRule({
  id: 'ray/require-metric',
  catalogue: ['tune-metric-mode-missing'],
  equivalents: [],
  severity: 'error',
  certainty: 'likely',
  summary: 'A scheduler is not told which metric it compares.',
  why: 'The run ends with a ValueError before the first trial: the scheduler has neither `metric` nor `mode`, from its own arguments or from `TuneConfig`.',
  remedy: 'Set `metric` and `mode` ("min" or "max") in `TuneConfig`.',
  references: [
    {
      title: 'Ray Tune: TuneConfig',
      url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.TuneConfig.html',
    },
  ],
  messages: { missing: 'The scheduler has no {key} to compare trials by.' },
  fix: { none: 'The metric is known only to the author.' },
  looksAt: [{ view: 'ray/tune-settings', path: [] }],
  *check(at): Iterable<Report> {
    const scheduler = at.at('scheduler');
    if (!scheduler || !comparing.test(meaningOf(scheduler) ?? '')) return;
    for (const key of ['metric', 'mode']) {
      // The scheduler, or code around it, may bring its own.
      if (at.get(key).is !== 'absent' || new RegExp(`\\b${key}\\b`).test(at.document.text)) continue;
      yield { message: 'missing', data: { key }, span: scheduler.anchor };
      return;
    }
  },
  examples: {
    bad: [
      {
        path: 'a.py',
        text: script('num_samples=8, «scheduler»=ASHAScheduler(max_t=10), max_concurrent_trials=2'),
      },
      { path: 'a.py', text: script('metric="loss", «scheduler»=ASHAScheduler()') },
    ],
    good: [
      { path: 'a.py', text: script('metric="loss", mode="min", scheduler=ASHAScheduler()') },
      { path: 'a.py', text: script('scheduler=ASHAScheduler(metric="loss", mode="min")') },
      { path: 'a.py', text: script('scheduler=FIFOScheduler()') },
      { path: 'a.py', text: script('scheduler=scheduler') },
      { path: 'a.py', text: script('num_samples=8') },
      { path: 'a.py', text: script('scheduler=ASHAScheduler(), **options') },
    ],
  },
});

const comparing =
  /^ray\.tune\.schedulers\.(?:\w+\.)*(?:ASHAScheduler|AsyncHyperBandScheduler|HyperBandScheduler|PopulationBasedTraining|PB2|MedianStoppingRule)\(\)$/;
