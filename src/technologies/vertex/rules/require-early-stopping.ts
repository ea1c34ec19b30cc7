import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { studySpec } from '../sources';

const policies = [
  'medianAutomatedStoppingSpec',
  'decayCurveStoppingSpec',
  'convexAutomatedStoppingSpec',
  'convexStopConfig',
];

export default defineRule({
  id: 'vertex/require-early-stopping',
  catalogue: ['vertex-hp-no-early-stop'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A study lets poor trials run to their end.',
  why: 'Without a stopping policy every trial trains to the last epoch, the hopeless ones too; that is often most of the cost of a search.',
  remedy: 'Add `medianAutomatedStoppingSpec: {}`; it needs metrics reported at several steps.',
  references: [studySpec],
  messages: { missing: 'No policy ends poor trials early.' },
  fix: 'review',
  looksAt: [{ view: 'vertex/study', path: [] }],
  *check(at): Iterable<Report> {
    const median = at.get('medianAutomatedStoppingSpec');
    if (median.is !== 'absent' || policies.some((policy) => at.has(policy))) return;
    const edits = at.set(['medianAutomatedStoppingSpec'], {});
    yield { message: 'missing', span: median.anchor, fix: at.fix('review', 'Stop below the median', edits) };
  },
  examples: {
    bad: [
      {
        path: 'tune.yaml',
        text: '«studySpec»: # search\n  metrics: [{metricId: auc, goal: MAXIMIZE}]\ntrialJobSpec: {}\n',
        fixed:
          'studySpec: # search\n  metrics: [{metricId: auc, goal: MAXIMIZE}]\n  medianAutomatedStoppingSpec: {}\ntrialJobSpec: {}\n',
      },
    ],
    good: [
      { path: 'tune.yaml', text: 'studySpec: {medianAutomatedStoppingSpec: {}}\ntrialJobSpec: {}\n' },
      { path: 'tune.yaml', text: 'studySpec: {decayCurveStoppingSpec: {}}\ntrialJobSpec: {}\n' },
      { path: 'tune.yaml', text: 'studySpec: {convexAutomatedStoppingSpec: {}}\ntrialJobSpec: {}\n' },
      { path: 'tune.yaml', text: 'study_spec: {convex_stop_config: {}}\ntrial_job_spec: {}\n' },
    ],
  },
});
