import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/require-concurrency-limit',
  catalogue: ['azureml-sweep-concurrency-default'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A sweep starts all its trials at the same time.',
  why: 'max_concurrent_trials defaults to max_total_trials. All trials then run at once: nothing is learned from one for the next, early termination compares what has hardly begun, and the cluster grows to its maximum.',
  remedy: 'Set `limits.max_concurrent_trials` to a quarter of the trials or less.',
  references: [sweepReference],
  messages: { unbounded: 'All {trials} trials of the sweep may run at the same time.' },
  fix: 'review',
  looksAt: [{ view: 'azureml/sweep-job', path: [] }],
  *check(at): Iterable<Report> {
    const concurrent = at.get('limits', 'max_concurrent_trials');
    const trials = knownOr(at.number('limits', 'max_total_trials'), 1000);
    if (concurrent.is !== 'absent' || trials === undefined || trials <= 4) return;
    const edits = at.set(['limits', 'max_concurrent_trials'], 4);
    yield {
      message: 'unbounded',
      data: { trials },
      span: at.at('limits', 'max_total_trials')?.span ?? concurrent.anchor,
      fix: at.fix('review', 'Run 4 trials at a time', edits),
    };
  },
  examples: {
    bad: [
      sweep('limits:\n  max_total_trials: «5» # all\n', {
        fixed: 'limits:\n  max_total_trials: 5 # all\n  max_concurrent_trials: 4\n',
      }),
      sweep('«limits»: {timeout: 60}\n', { fixed: 'limits: {timeout: 60, max_concurrent_trials: 4}\n' }),
    ],
    good: [
      sweep('limits: {max_total_trials: 20, max_concurrent_trials: 4}\n'),
      sweep('limits: {max_total_trials: 4}\n'),
      sweep('limits: {max_total_trials: "${TRIALS}"}\n'),
    ],
  },
});
