import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { algorithmOf, experiment, guide } from '../settings';

export default defineRule({
  id: 'katib/require-trial-limit',
  catalogue: ['katib-unbounded'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The Experiment has no end.',
  why: 'Without `maxTrialCount` and without a goal Katib starts trials until somebody deletes the Experiment.',
  remedy: 'Set `maxTrialCount`, and an `objective.goal` where you know what is good enough.',
  references: [guide],
  messages: { endless: 'The Experiment has neither maxTrialCount nor a goal, so it never ends.' },
  fix: { none: 'The budget is known only to the author.' },
  looksAt: [{ view: 'katib/experiment', path: [] }],
  *check(at): Iterable<Report> {
    const most = at.get('spec', 'maxTrialCount');
    if (most.is !== 'absent' || at.get('spec', 'objective', 'goal').is !== 'absent') return;
    // Those two end by themselves, when the grid or the brackets are used up.
    const algorithm = algorithmOf(at);
    if (algorithm === undefined || ['grid', 'hyperband'].includes(algorithm)) return;
    yield { message: 'endless', span: most.anchor };
  },
  examples: {
    bad: [
      {
        path: 'e.yaml',
        text: experiment('  algorithm: { algorithmName: tpe }\n').replace('spec:', '«spec»:'),
      },
      {
        path: 'e.yaml',
        text: experiment('  objective: { type: maximize }\n  algorithm: { algorithmName: random }\n').replace(
          'spec:',
          '«spec»:',
        ),
      },
    ],
    good: [
      { path: 'e.yaml', text: experiment('  maxTrialCount: 30\n  algorithm: { algorithmName: tpe }\n') },
      {
        path: 'e.yaml',
        text: experiment('  objective: { goal: 0.99 }\n  algorithm: { algorithmName: tpe }\n'),
      },
      { path: 'e.yaml', text: experiment('  algorithm: { algorithmName: grid }\n') },
      { path: 'e.yaml', text: experiment('  algorithm: { algorithmName: hyperband }\n') },
      { path: 'e.yaml', text: experiment('  algorithm: {}\n') },
    ],
  },
});
