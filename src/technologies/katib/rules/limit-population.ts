import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { algorithmOf, algorithms, experiment, settingOf } from '../settings';

const pbt = (trials: string, population: string, name = 'pbt'): string =>
  experiment(
    `  maxTrialCount: ${trials} # all\n  algorithm: { algorithmName: ${name}, algorithmSettings: [{ name: n_population, value: ${population} }] }\n`,
  );

export default defineRule({
  id: 'katib/limit-population',
  catalogue: ['katib-pbt-too-few-trials'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Population based training ends before its second generation.',
  why: 'The first `n_population` trials are random; only the next generation learns from them. With fewer than twice as many trials the Experiment is a random search at a higher price.',
  remedy: 'Set `maxTrialCount` to several times `n_population`.',
  references: [
    algorithms,
    {
      title: 'Katib: suggestion service of population based training',
      url: 'https://github.com/kubeflow/katib/blob/v0.19.0/pkg/suggestion/v1beta1/pbt/service.py',
    },
  ],
  messages: { few: '{trials} trials are fewer than two generations of {population}.' },
  fix: { none: 'Whether to take more trials or a smaller population is the author’s choice.' },
  looksAt: [{ view: 'katib/experiment', path: [] }],
  *check(at): Iterable<Report> {
    const trials = at.number('spec', 'maxTrialCount');
    const population = settingOf(at, 'n_population')?.number('value');
    if (algorithmOf(at) !== 'pbt' || trials.is !== 'known' || population?.is !== 'known') return;
    if (trials.value >= 2 * population.value) return;
    yield { message: 'few', data: { trials: trials.value, population: population.value }, span: trials.span };
  },
  examples: {
    bad: [{ path: 'e.yaml', text: pbt('«15»', '"8"') }],
    good: [
      { path: 'e.yaml', text: pbt('16', '"8"') },
      { path: 'e.yaml', text: pbt('${TRIALS}', '"8"') },
      { path: 'e.yaml', text: pbt('2', '"${POPULATION}"') },
      { path: 'e.yaml', text: pbt('2', '"8"', 'tpe') },
    ],
  },
});
