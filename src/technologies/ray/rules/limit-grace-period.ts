import { defineRule, knownOr } from '../../../core';
import type { NodeView, Report } from '../../../core';

const asha = (given: string): string =>
  `from ray.tune.schedulers import ASHAScheduler\nscheduler = ASHAScheduler(${given})\n`;

export default defineRule({
  id: 'ray/limit-grace-period',
  catalogue: ['tune-asha-grace-gt-max'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The ASHA scheduler is given numbers that it refuses.',
  why: 'The run ends before the first trial with an AssertionError: `grace_period` must lie between 1 and `max_t` (100 unless set), and `reduction_factor` above 1.',
  remedy: 'Set `max_t` to the longest training in units of `time_attr`, and `grace_period` well below it.',
  references: [
    { title: 'Ray Tune: ASHAScheduler', url: 'https://docs.ray.io/en/latest/tune/api/doc/ray.tune.schedulers.AsyncHyperBandScheduler.html' },
  ],
  messages: {
    above: 'grace_period {grace} is above max_t {most}.',
    aboveDefault: 'grace_period {grace} is above max_t, which is 100 unless set.',
    notPositive: '{key} must be above {bound}, not {value}.',
  },
  fix: { none: 'How long a training lasts is known only to the author.' },
  looksAt: [{ view: 'ray/early-stopping', path: [] }],
  *check(at): Iterable<Report> {
    let hasBroken = false;
    for (const [key, bound] of [['max_t', 0], ['grace_period', 0], ['reduction_factor', 1]] as const) {
      const report = notAbove(at, key, bound);
      if (report) yield report;
      hasBroken ||= report !== undefined;
    }
    const grace = at.number('grace_period');
    const most = at.number('max_t');
    const limit = knownOr(most, defaultMost);
    if (hasBroken || grace.is !== 'known' || limit === undefined || grace.value <= limit) return;
    const data = { grace: grace.value, most: limit };
    yield { message: most.is === 'absent' ? 'aboveDefault' : 'above', data, span: grace.span };
  },
  examples: {
    bad: [
      { path: 'a.py', message: 'aboveDefault', text: asha('grace_period=«101», metric="loss"') },
      { path: 'a.py', message: 'above', text: asha('max_t=20, grace_period=«21»') },
      { path: 'a.py', message: 'notPositive', text: asha('max_t=«0»') },
      { path: 'a.py', message: 'notPositive', text: asha('max_t=400, grace_period=«0»') },
      { path: 'a.py', message: 'notPositive', text: asha('reduction_factor=«1»') },
      {
        path: 'tune.yaml',
        message: 'above',
        text: 'kind: RayTuneConfig\ntune_config:\n  scheduler: { type: asha, max_t: 50, grace_period: «60» }\n',
      },
    ],
    good: [
      { path: 'a.py', text: asha('grace_period=100') },
      { path: 'a.py', text: asha('max_t=1, grace_period=1, reduction_factor=1.5') },
      { path: 'a.py', text: asha('grace_period=200, max_t=steps') },
      { path: 'a.py', text: asha('grace_period=200, **options') },
      { path: 'tune.yaml', text: 'kind: RayTuneConfig\ntune_config:\n  scheduler: { type: hyperband, grace_period: 200 }\n' },
    ],
  },
}); // prettier-ignore

const defaultMost = 100;

function notAbove(at: NodeView, key: string, bound: number): Report | undefined {
  const value = at.number(key);
  if (value.is !== 'known' || value.value > bound) return undefined;
  return { message: 'notPositive', data: { key, bound, value: value.value }, span: value.span };
}
