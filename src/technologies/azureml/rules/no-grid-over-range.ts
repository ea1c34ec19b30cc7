import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { parametersOf, samplingOf } from '../search-space';
import { tuningGuide } from '../sources';

export default defineRule({
  id: 'azureml/no-grid-over-range',
  catalogue: ['azureml-sweep-grid-needs-choice'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A grid is searched over a range.',
  why: 'Grid sampling takes choices only: a range has no next value, so the service refuses the sweep when it is submitted.',
  remedy: 'Write the values, `{type: choice, values: [...]}`, or sample at random.',
  references: [tuningGuide],
  messages: { range: 'Grid sampling takes only choices, but "{name}" is {type}.' },
  fix: { none: 'Which values to try is known only to the author.' },
  looksAt: [{ view: 'azureml/sweep-job', path: [] }],
  *check(at): Iterable<Report> {
    if (samplingOf(at) !== 'grid') return;
    for (const { at: parameter, type, typeAt } of parametersOf(at)) {
      if (type !== 'choice')
        yield { message: 'range', data: { name: parameter.key, type }, span: typeAt.span };
    }
  },
  examples: {
    bad: [
      sweep(
        'sampling_algorithm: grid\nsearch_space:\n  lr: {type: «uniform», min_value: 0, max_value: 1}\n  b: {type: choice, values: [1]}\n',
      ),
      sweep('sampling_algorithm: {type: Grid}\nsearch_space:\n  lr: {type: «randint», upper: 5}\n'),
    ],
    good: [
      sweep(
        'sampling_algorithm: grid\nsearch_space: {b: {type: choice, values: [1, 2]}, c: {type: Choice, values: [1]}}\n',
      ),
      sweep('sampling_algorithm: random\nsearch_space: {lr: {type: uniform, min_value: 0, max_value: 1}}\n'),
    ],
  },
});
