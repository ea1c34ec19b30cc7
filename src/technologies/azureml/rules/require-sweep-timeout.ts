import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/require-sweep-timeout',
  catalogue: ['azureml-sweep-no-timeout'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A sweep or its trials may run for 60 days.',
  why: 'The default timeout of a sweep is 5184000 seconds. A trial that hangs on a lock or a download keeps its machine, and its bill, until then.',
  remedy: 'Set `limits.timeout` for the sweep and `limits.trial_timeout` for one trial, in seconds.',
  references: [sweepReference],
  messages: {
    sweep: 'Without limits.timeout the sweep may run for 60 days.',
    trial: 'Without limits.trial_timeout one trial may use up the whole time of the sweep.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/sweep-job', path: [] }],
  *check(at): Iterable<Report> {
    const whole = at.get('limits', 'timeout');
    const trial = at.get('limits', 'trial_timeout');
    if (whole.is === 'absent') {
      const edits = at.set(['limits', 'timeout'], 7200);
      yield { message: 'sweep', span: whole.anchor, fix: at.fix('review', 'Stop after two hours', edits) };
    } else if (trial.is === 'absent') {
      const edits = at.set(['limits', 'trial_timeout'], 1200);
      const fix = at.fix('review', 'Stop a trial after 20 minutes', edits);
      yield { message: 'trial', span: trial.anchor, severity: 'info', fix };
    }
  },
  examples: {
    bad: [
      sweep('type: sweep\n«limits»: # cost\n  trial_timeout: 1200\n', {
        message: 'sweep',
        fixed: 'type: sweep\nlimits: # cost\n  trial_timeout: 1200\n  timeout: 7200\n',
      }),
      sweep('«limits»: {timeout: 7200}\n', {
        message: 'trial',
        severity: 'info',
        fixed: 'limits: {timeout: 7200, trial_timeout: 1200}\n',
      }),
    ],
    good: [sweep('limits: {timeout: 7200, trial_timeout: 1200}\n')],
  },
});
