import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { algorithmOf, algorithms, experiment, settingOf } from '../settings';

const with_ = (name: string, settings = ''): string =>
  experiment(`  algorithm:\n    algorithmName: ${name} # how\n${settings}`);
const state = '    algorithmSettings: [{ name: random_state, value: "10" }]\n';

export default defineRule({
  id: 'katib/require-seed',
  catalogue: ['katib-no-seed'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The search has no seed.',
  why: 'Each run of the Experiment tries other values, so that a result can neither be repeated nor compared.',
  remedy: 'Add the algorithm setting `random_state`.',
  references: [algorithms],
  messages: { unseeded: 'The algorithm {algorithm} has no random_state, so the search cannot be repeated.' },
  fix: { none: 'The name of the setting depends on the image that the cluster runs for this algorithm.' },
  looksAt: [{ view: 'katib/experiment', path: [] }],
  *check(at): Iterable<Report> {
    const name = at.text('spec', 'algorithm', 'algorithmName');
    if (name.is !== 'known' || !seeded.includes(algorithmOf(at) ?? '')) return;
    if (at.list('spec', 'algorithm', 'algorithmSettings').is === 'unknown') return;
    if (settingOf(at, 'random_state') || settingOf(at, 'seed')) return;
    yield { message: 'unseeded', data: { algorithm: name.value }, span: name.span };
  },
  examples: {
    bad: [
      { path: 'e.yaml', text: with_('«tpe»') },
      { path: 'e.yaml', text: with_('«random»', '    algorithmSettings: []\n') },
    ],
    good: [
      { path: 'e.yaml', text: with_('tpe', state) },
      { path: 'e.yaml', text: with_('cmaes', state.replace('random_state', 'seed')) },
      { path: 'e.yaml', text: with_('grid') },
      { path: 'e.yaml', text: with_('tpe', '    algorithmSettings: ${SETTINGS}\n') },
    ],
  },
});

const seeded = ['tpe', 'multivariate-tpe', 'random', 'cmaes', 'bayesianoptimization'];
