import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { sweep } from '../example-files';
import { sweepReference } from '../sources';

export default defineRule({
  id: 'azureml/no-linear-log-bounds',
  catalogue: ['azureml-sweep-loguniform-not-log'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The bounds of a logarithmic range are not logarithms.',
  why: 'Azure draws from exp(min_value) to exp(max_value). A learning rate written as 0.0001 to 0.1 is searched between 1.0001 and 1.105, and every trial diverges.',
  remedy: 'Write the natural logarithms: -9.21034 and -2.302585 for 0.0001 and 0.1.',
  references: [sweepReference],
  messages: { linear: '"{name}" is searched between {low} and {high}, the exponentials of its bounds.' },
  fix: 'review',
  looksAt: [{ view: 'azureml/sweep-job', path: ['search_space', '*'] }],
  *check(at): Iterable<Report> {
    const least = at.number('min_value');
    const most = at.number('max_value');
    if (!/^q?loguniform$/i.test(known(at.text('type')) ?? '')) return;
    if (least.is !== 'known' || most.is !== 'known' || least.value <= 0 || most.value <= least.value) return;
    if (least.value >= 0.1 && most.value > 1) return;
    const fix = at.fix(
      'review',
      `Write the logarithms of ${least.value} and ${most.value}`,
      at.set(['min_value'], logarithm(least.value)),
      at.set(['max_value'], logarithm(most.value)),
    );
    const data = { name: at.key, low: rounded(Math.exp(least.value)), high: rounded(Math.exp(most.value)) };
    yield { message: 'linear', data, span: least.span, fix };
  },
  examples: {
    bad: [
      sweep('search_space:\n  lr: {type: loguniform, min_value: «0.0001», max_value: 0.1}\n', {
        fixed: 'search_space:\n  lr: {type: loguniform, min_value: -9.21034, max_value: -2.302585}\n',
      }),
      sweep(
        'search_space:\n  lr:\n    type: qloguniform\n    min_value: «0.01» # small\n    max_value: 10\n    q: 1\n',
        {
          fixed:
            'search_space:\n  lr:\n    type: qloguniform\n    min_value: -4.60517 # small\n    max_value: 2.302585\n    q: 1\n',
        },
      ),
      sweep('search_space: {lr: {type: LogUniform, min_value: «0.5», max_value: 1}}\n', {
        fixed: 'search_space: {lr: {type: LogUniform, min_value: -0.693147, max_value: 0}}\n',
      }),
    ],
    good: [
      sweep('search_space:\n  lr: {type: loguniform, min_value: -9.21034, max_value: -2.302585}\n'),
      sweep('search_space:\n  lr: {type: uniform, min_value: 0.0001, max_value: 0.1}\n'),
      sweep('search_space:\n  units: {type: loguniform, min_value: 0, max_value: 1}\n'),
      sweep('search_space:\n  units: {type: loguniform, min_value: 0.1, max_value: 6}\n'),
      sweep('search_space:\n  lr: {type: loguniform, min_value: 0.1, max_value: 0.01}\n'),
      sweep('search_space:\n  lr: {type: loguniform, min_value: 0.01, max_value: 0.01}\n'),
      sweep('search_space:\n  lr: {type: loguniform, min_value: 0.01}\n'),
    ],
  },
});

function logarithm(value: number): number {
  return rounded(Math.log(value));
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}
