import { defineRule } from '../../../core';
import type { Edit, NodeView, Report, Span } from '../../../core';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/require-sampling-seed',
  catalogue: ['azureml-sweep-no-seed'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A random sweep has no seed.',
  why: 'Each submission draws other parameters, so that a second sweep cannot be compared with the first, nor an audit repeat it.',
  remedy: 'Use the long form: `sampling_algorithm: {type: random, seed: 42}`.',
  references: [sweepReference],
  messages: { unseeded: 'The random sampling has no seed.' },
  fix: 'review',
  looksAt: [{ view: 'azureml/sweep-job', path: ['sampling_algorithm'] }],
  *check(at): Iterable<Report> {
    const short = at.text();
    const type = short.is === 'known' ? short : at.text('type');
    if (type.is !== 'known' || type.value.toLowerCase() !== 'random' || at.has('seed')) return;
    const edits = short.is === 'known' ? longForm(at, short.span) : at.set(['seed'], 42);
    yield { message: 'unseeded', span: type.span, fix: at.fix('review', 'Add a seed', edits) };
  },
  examples: {
    bad: [
      sweep('sampling_algorithm: {type: «Random»} # any\n', {
        fixed: 'sampling_algorithm: {type: Random, seed: 42} # any\n',
      }),
      sweep('sampling_algorithm: «random»\n', { fixed: 'sampling_algorithm: {type: random, seed: 42}\n' }),
    ],
    good: [
      sweep('sampling_algorithm: {type: random, seed: 1}\n'),
      sweep('sampling_algorithm: grid\n'),
      sweep('sampling_algorithm: {type: bayesian}\n'),
    ],
  },
});

function longForm(at: NodeView, span: Span): Edit[] | undefined {
  return at.document.format === 'yaml' ? [{ span, text: '{type: random, seed: 42}' }] : undefined;
}
