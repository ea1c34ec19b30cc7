import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/require-bandit-slack',
  catalogue: ['azureml-sweep-bandit-slack'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A bandit policy says not exactly once how far a trial may fall behind.',
  why: 'One of slack_factor and slack_amount is required; without either the service refuses the sweep or ends every trial that is not the best, and with both it is not said which counts.',
  remedy: 'Set `slack_factor`, a ratio, or `slack_amount`, a distance.',
  references: [sweepReference],
  messages: {
    none: 'The bandit policy has neither slack_factor nor slack_amount.',
    both: 'The bandit policy has both slack_factor and slack_amount.',
  },
  fix: { none: 'How much slack suits the metric is known only to the author.' },
  looksAt: [{ view: 'azureml/sweep-job', path: ['early_termination'] }],
  *check(at): Iterable<Report> {
    const type = at.text('type');
    if (type.is !== 'known' || known(type)?.toLowerCase() !== 'bandit') return;
    const amount = at.get('slack_amount');
    const factor = at.get('slack_factor');
    if (factor.is === 'absent' && amount.is === 'absent') yield { message: 'none', span: type.span };
    if (factor.is === 'known' && amount.is === 'known') yield { message: 'both', span: amount.value.anchor };
  },
  examples: {
    bad: [
      sweep('early_termination: {type: «bandit», evaluation_interval: 2}\n', { message: 'none' }),
      sweep('early_termination:\n  type: bandit\n  slack_factor: 0.1\n  «slack_amount»: 0.2 # too\n', {
        message: 'both',
      }),
    ],
    good: [
      sweep('early_termination: {type: bandit, slack_factor: 0.1}\n'),
      sweep('early_termination: {type: Bandit, slack_amount: 0.1}\n'),
      sweep('early_termination: {type: median_stopping}\n'),
    ],
  },
});
