import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { experiment, guide, validator } from '../settings';

export default defineRule({
  id: 'katib/limit-trial-counts',
  catalogue: ['katib-parallel-gt-max'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The trial counts of an Experiment contradict each other.',
  why: 'The admission webhook refuses the Experiment: neither the parallel trials (3 unless set) nor the failures allowed may be more than all trials, and the counts must be positive. The CRD has no schema, so no other check tells before.',
  remedy: 'Set `parallelTrialCount` and `maxFailedTrialCount` to at most `maxTrialCount`.',
  references: [validator, guide],
  messages: {
    above: 'Katib refuses {key} {value} when maxTrialCount is {most}.',
    byDefault: 'Katib refuses maxTrialCount {most}: parallelTrialCount is 3 unless set.',
    notPositive: 'Katib refuses {key} {value}.',
  },
  fix: 'review',
  looksAt: [{ view: 'katib/experiment', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const most = at.number('maxTrialCount');
    for (const [key, least] of [['maxTrialCount', 1], ['parallelTrialCount', 1], ['maxFailedTrialCount', 0]] as const) {
      const value = at.number(key);
      if (value.is !== 'known' || value.value >= least) continue;
      yield { message: 'notPositive', data: { key, value: value.value }, span: value.span };
return;
    }
    if (most.is !== 'known') return;
    yield* above(at, 'parallelTrialCount', most.value);
    yield* above(at, 'maxFailedTrialCount', most.value);
    if (at.get('parallelTrialCount').is !== 'absent' || most.value >= defaultParallel) return;
    const fix = at.fix('review', `Set parallelTrialCount to ${most.value}`, at.set(['parallelTrialCount'], most.value));
    yield { message: 'byDefault', data: { most: most.value }, span: most.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'e.yaml',
        message: 'byDefault',
        text: experiment('  maxTrialCount: «2» # few\n  parameters: []\n'),
        fixed: experiment('  maxTrialCount: 2 # few\n  parameters: []\n  parallelTrialCount: 2\n'),
      },
      {
        path: 'e.yaml',
        message: 'above',
        text: experiment('  maxTrialCount: 12\n  parallelTrialCount: «13»\n'),
        fixed: experiment('  maxTrialCount: 12\n  parallelTrialCount: 12\n'),
      },
      {
        path: 'e.yaml',
        message: 'above',
        text: experiment('  maxFailedTrialCount: «4»\n  maxTrialCount: 3\n'),
        fixed: experiment('  maxFailedTrialCount: 3\n  maxTrialCount: 3\n'),
      },
      { path: 'e.yaml', message: 'notPositive', text: experiment('  maxTrialCount: «0»\n') },
      { path: 'e.yaml', message: 'notPositive', text: experiment('  parallelTrialCount: «0»\n  maxTrialCount: 9\n') },
      { path: 'e.yaml', message: 'notPositive', text: experiment('  maxFailedTrialCount: «-1»\n') },
    ],
    good: [
      { path: 'e.yaml', text: experiment('  maxTrialCount: 12\n  parallelTrialCount: 12\n  maxFailedTrialCount: 12\n') },
      { path: 'e.yaml', text: experiment('  maxTrialCount: 3\n  maxFailedTrialCount: 0\n') },
      { path: 'e.yaml', text: experiment('  maxTrialCount: ${TRIALS}\n  parallelTrialCount: 40\n') },
      { path: 'e.yaml', text: experiment('  maxTrialCount: 2\n  parallelTrialCount: ${PARALLEL}\n') },
      { path: 'e.yaml', text: experiment('  parallelTrialCount: 40\n') },
      { path: 'e.yaml', text: 'apiVersion: mlops.seldon.io/v1alpha1\nkind: Experiment\nspec: { maxTrialCount: 2 }\n' },
    ],
  },
}); // prettier-ignore

function* above(at: NodeView, key: string, most: number): Iterable<Report> {
  const value = at.number(key);
  if (value.is !== 'known' || value.value <= most) return;
  const fix = at.fix('review', `Set ${key} to ${most}`, at.set([key], most));
  yield { message: 'above', data: { key, value: value.value, most }, span: value.span, fix };
}

const defaultParallel = 3;
