import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { samplingOf } from '../search-space';
import { sweepReference, tuningGuide } from '../sources';

export default defineRule({
  id: 'azureml/require-early-termination',
  catalogue: ['azureml-sweep-no-early-termination'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A long sweep lets poor trials run to their end.',
  why: 'Without a policy every trial trains to the last epoch, the hopeless ones too; that is often most of the cost of a sweep.',
  remedy: 'Add `early_termination` with a bandit or median stopping policy.',
  references: [sweepReference, tuningGuide],
  messages: { missing: 'No policy ends poor ones of the {trials} trials early.' },
  fix: 'review',
  looksAt: [{ view: 'azureml/sweep-job', path: [] }],
  *check(at): Iterable<Report> {
    const trials = knownOr(at.number('limits', 'max_total_trials'), 1000);
    const policy = at.get('early_termination');
    // Bayesian sampling takes no policy.
    if (policy.is !== 'absent' || trials === undefined || trials <= 10 || samplingOf(at) === 'bayesian')
      return;
    const bandit = { type: 'bandit', slack_factor: 0.1, evaluation_interval: 2, delay_evaluation: 5 };
    yield {
      message: 'missing',
      data: { trials },
      span: at.at('limits', 'max_total_trials')?.span ?? at.at('limits')?.anchor ?? policy.anchor,
      fix: at.fix('review', 'Add a bandit policy', at.set(['early_termination'], bandit)),
    };
  },
  examples: {
    bad: [
      sweep('sampling_algorithm: random\nlimits:\n  max_total_trials: «11» # many\n', {
        fixed:
          'sampling_algorithm: random\nlimits:\n  max_total_trials: 11 # many\nearly_termination:\n  type: bandit\n  slack_factor: 0.1\n  evaluation_interval: 2\n  delay_evaluation: 5\n',
      }),
      sweep('«limits»: {timeout: 60}\n', {
        fixed:
          'limits: {timeout: 60}\nearly_termination:\n  type: bandit\n  slack_factor: 0.1\n  evaluation_interval: 2\n  delay_evaluation: 5\n',
      }),
    ],
    good: [
      sweep('limits: {max_total_trials: 10}\n'),
      sweep('limits: {max_total_trials: 11}\nearly_termination: {type: median_stopping}\n'),
      sweep('sampling_algorithm: bayesian\nlimits: {max_total_trials: 40}\n'),
      sweep('sampling_algorithm: {type: Bayesian}\nlimits: {max_total_trials: 40}\n'),
    ],
  },
});
