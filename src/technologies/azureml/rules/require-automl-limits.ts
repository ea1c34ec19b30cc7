import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { azureFile } from '../example-files';

export default defineRule({
  id: 'azureml/require-automl-limits',
  catalogue: ['azureml-automl-no-limits'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An AutoML job does not limit its trials or its time.',
  why: 'AutoML tries as long as it is allowed to. With defaults a job on a large table trains for hours after the score has stopped to rise.',
  remedy: 'Set `limits` with `max_trials`, `timeout_minutes` and `enable_early_termination: true`.',
  references: [
    {
      title: 'Azure ML: set up AutoML training',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/how-to-configure-auto-train?view=azureml-api-2',
    },
  ],
  messages: {
    unbounded: 'Neither limits.max_trials nor limits.timeout_minutes ends the AutoML job.',
    stubborn: 'Without early termination the AutoML job goes on after its score stopped to rise.',
  },
  fix: 'review',
  looksAt: [{ view: 'azureml/automl-job', path: [] }],
  *check(at): Iterable<Report> {
    const trials = at.get('limits', 'max_trials');
    const minutes = at.get('limits', 'timeout_minutes');
    const early = at.boolean('limits', 'enable_early_termination');
    if (trials.is === 'absent' && minutes.is === 'absent') {
      const edits = [at.set(['limits', 'timeout_minutes'], 120)];
      yield {
        message: 'unbounded',
        span: minutes.anchor,
        fix: at.fix('review', 'End after two hours', ...edits),
      };
    } else if (early.is === 'known' && !early.value) {
      const fix = at.fix(
        'review',
        'Enable early termination',
        at.set(['limits', 'enable_early_termination'], true),
      );
      yield { message: 'stubborn', span: early.span, fix };
    }
  },
  examples: {
    bad: [
      azureFile('autoMLJob', 'task: classification\n«limits»: # none\n  max_concurrent_trials: 4\n', {
        message: 'unbounded',
        fixed: 'task: classification\nlimits: # none\n  max_concurrent_trials: 4\n  timeout_minutes: 120\n',
      }),
      {
        path: 'automl.yml',
        message: 'stubborn',
        text: 'type: automl\ntask: regression\nlimits: {max_trials: 20, enable_early_termination: «false»}\n',
        fixed: 'type: automl\ntask: regression\nlimits: {max_trials: 20, enable_early_termination: true}\n',
      },
    ],
    good: [
      azureFile('autoMLJob', 'limits: {max_trials: 20, enable_early_termination: true}\n'),
      azureFile('autoMLJob', 'limits: {timeout_minutes: 20}\n'),
      { path: 'automl.yml', text: 'type: automl\nlimits: {}\n' },
    ],
  },
});
