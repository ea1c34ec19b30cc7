import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/no-inverted-range',
  catalogue: ['azureml-sweep-range-inverted'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The range of a parameter has no values in it.',
  why: 'A range whose least value is not below its greatest is empty: no trial can draw a value from it. The client does not look; the sweep fails, or repeats one value, after it was submitted.',
  remedy: 'Let `min_value` be below `max_value`.',
  references: [sweepReference],
  messages: { empty: 'The range of "{name}" from {least} to {most} is empty.' },
  fix: 'review',
  looksAt: [{ view: 'azureml/sweep-job', path: ['search_space', '*'] }],
  *check(at): Iterable<Report> {
    const least = at.number('min_value');
    const most = at.number('max_value');
    if (least.is !== 'known' || most.is !== 'known' || least.value < most.value) return;
    const swap = [at.set(['min_value'], most.value), at.set(['max_value'], least.value)];
    yield {
      message: 'empty',
      data: { name: at.key, least: least.value, most: most.value },
      span: least.span,
      fix: least.value === most.value ? undefined : at.fix('review', 'Swap the two bounds', ...swap),
    };
  },
  examples: {
    bad: [
      sweep('search_space:\n  lr: {type: uniform, min_value: «0.9», max_value: 0.1} # swapped\n', {
        fixed: 'search_space:\n  lr: {type: uniform, min_value: 0.1, max_value: 0.9} # swapped\n',
      }),
      sweep('search_space: {lr: {type: uniform, min_value: «1», max_value: 1}}\n'),
    ],
    good: [
      sweep('search_space: {lr: {type: uniform, min_value: 0.1, max_value: 0.9}}\n'),
      sweep('search_space: {lr: {type: uniform, min_value: 2, max_value: "${{ inputs.most }}"}}\n'),
    ],
  },
});
