import { requiredKey } from '../../../shapes/required-key';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default requiredKey({
  id: 'azureml/require-trial-limit',
  catalogue: ['azureml-sweep-no-limits'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A sweep does not say how many trials it may start.',
  why: 'The default is 1000 trials: a forgotten line starts, and bills, 1000 training jobs.',
  remedy: 'Set `limits.max_total_trials` to what the search is worth.',
  references: [sweepReference],
  looksAt: [{ view: 'azureml/sweep-job', path: [] }],
  key: ['limits', 'max_total_trials'],
  message: 'Without {key} the sweep may start 1000 trials.',
  mend: { insert: 20, title: 'Allow 20 trials', safety: 'review' },
  examples: {
    bad: [
      sweep('type: sweep\n«limits»: # of cost\n  timeout: 7200\n', {
        fixed: 'type: sweep\nlimits: # of cost\n  timeout: 7200\n  max_total_trials: 20\n',
      }),
      {
        path: 'pipeline.yml',
        text: 'type: pipeline\njobs:\n  tune:\n    type: sweep\n    «limits»: {}\n',
        fixed: 'type: pipeline\njobs:\n  tune:\n    type: sweep\n    limits: {max_total_trials: 20}\n',
      },
      {
        path: 'sweep.yml',
        text: 'type: sweep\nsearch_space: {}\n«limits»: {timeout: 7200}\n',
        fixed: 'type: sweep\nsearch_space: {}\nlimits: {timeout: 7200, max_total_trials: 20}\n',
      },
    ],
    good: [
      sweep('type: sweep\nlimits: {max_total_trials: 1000}\n'),
      {
        path: 'sweep.yml',
        text: '$schema: https://example.org/sweepJob.schema.json\ntype: sweep\nsearch_space: {}\n',
      },
      { path: 'pipeline.yml', text: 'type: pipeline\njobs:\n  tune:\n    type: command\n' },
      { path: 'values.yml', text: 'type: sweep\n' },
    ],
  },
});
