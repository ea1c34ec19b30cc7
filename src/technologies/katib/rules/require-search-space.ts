import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { experiment, guide, validator } from '../settings';

const base =
  '  objective: { type: maximize, objectiveMetricName: auc }\n  algorithm: { algorithmName: random }\n';

export default defineRule({
  id: 'katib/require-search-space',
  catalogue: ['katib-parameters-vs-nas'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Experiment has no search space, or two.',
  why: 'The admission webhook refuses the Experiment: it searches either values of `parameters` or a network of `nasConfig`.',
  remedy: 'Give exactly one of `parameters` and `nasConfig`.',
  references: [validator, guide],
  messages: {
    none: 'The Experiment has neither parameters nor nasConfig.',
    both: 'Katib refuses parameters together with nasConfig.',
  },
  fix: { none: 'What is to be searched is known only to the author.' },
  looksAt: [{ view: 'katib/experiment', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const [parameters, network] = [at.list('parameters'), at.get('nasConfig')];
    const isEmpty =
      parameters.is === 'absent' || (parameters.is === 'known' && parameters.value.length === 0);
    if (isEmpty && network.is === 'absent' && at.has('objective') && at.has('algorithm')) {
      yield { message: 'none', span: at.at('parameters')?.anchor ?? network.anchor };
    }
    if (!isEmpty && parameters.is === 'known' && network.is === 'known')
      yield { message: 'both', span: network.value.anchor };
  },
  examples: {
    bad: [
      { path: 'e.yaml', message: 'none', text: experiment(base).replace('spec:', '«spec»:') },
      { path: 'e.yaml', message: 'none', text: experiment(`${base}  «parameters»: [] # later\n`) },
      {
        path: 'e.yaml',
        message: 'both',
        text: experiment(`${base}  parameters: [{ name: lr }]\n  «nasConfig»: { operations: [] }\n`),
      },
    ],
    good: [
      { path: 'e.yaml', text: experiment(`${base}  parameters: [{ name: lr }]\n`) },
      { path: 'e.yaml', text: experiment(`${base}  nasConfig: { operations: [] }\n`) },
      { path: 'e.yaml', text: experiment(`${base}  parameters: \${PARAMETERS}\n`) },
      { path: 'e.yaml', text: experiment('  maxTrialCount: 12\n') },
    ],
  },
});
