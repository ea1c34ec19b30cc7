import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { algorithmOf, experiment, settingOf } from '../settings';

const pbt = (settings: string, name = 'pbt'): string =>
  experiment(`  algorithm: { algorithmName: ${name}, algorithmSettings: [${settings}] }\n`);

export default defineRule({
  id: 'katib/no-resample-probability',
  catalogue: ['katib-pbt-resample-probability'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Population based training is given a setting that breaks it.',
  why: 'All settings reach the suggestion service as texts, and it compares this one with numbers: a TypeError, and the Experiment waits for trials that never come.',
  remedy: 'Leave `resample_probability` out; values are then perturbed by 0.8 or 1.2.',
  references: [
    {
      title: 'Katib: suggestion service of population based training',
      url: 'https://github.com/kubeflow/katib/blob/v0.19.0/pkg/suggestion/v1beta1/pbt/service.py',
    },
  ],
  messages: { breaks: 'Katib fails on resample_probability, because it compares a text with numbers.' },
  fix: { none: 'An item of a list is taken out with the comments around it by hand.' },
  looksAt: [{ view: 'katib/experiment', path: [] }],
  *check(at): Iterable<Report> {
    const setting = settingOf(at, 'resample_probability')?.text('name');
    if (algorithmOf(at) === 'pbt' && setting?.is === 'known') yield { message: 'breaks', span: setting.span };
  },
  examples: {
    bad: [{ path: 'e.yaml', text: pbt('{ name: «resample_probability», value: "0.3" }') }],
    good: [
      { path: 'e.yaml', text: pbt('{ name: n_population, value: "8" }') },
      { path: 'e.yaml', text: pbt('{ name: resample_probability, value: "0.3" }', 'custom') },
    ],
  },
});
