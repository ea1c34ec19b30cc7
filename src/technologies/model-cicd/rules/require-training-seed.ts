import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { sourceOf, trainingIn, workflowOf } from '../jobs';

export default defineRule({
  id: 'model-cicd/require-training-seed',
  catalogue: ['cicd-no-seed'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A workflow trains without a seed.',
  why: 'Two runs of the same commit give two models: a regression cannot be told from chance.',
  remedy: 'Pass `--seed 42`, or set a variable SEED.',
  references: [
    { title: 'PyTorch: reproducibility', url: 'https://docs.pytorch.org/docs/stable/notes/randomness.html' },
  ],
  messages: { unseeded: 'The training is given no seed.' },
  fix: { none: 'Whether the script takes a seed, and under which name, is known only to its author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const training = trainingIn(at);
    if (!training || /seed|--config/i.test(training.text)) return;
    const variables = [sourceOf(at.at('env')), sourceOf(workflowOf(at).at('env'))].join('\n');
    if (!/seed/i.test(variables)) yield { message: 'unseeded', span: training.span };
  },
  examples: {
    bad: [steps('      - run: «python train.py» --epochs 3 # one\n')],
    good: [
      steps('      - run: python train.py --seed 42\n'),
      steps('      - run: python train.py --config train.yaml\n'),
      steps('      - run: python train.py\n', {}, '    env: {SEED: 42}\n'),
      steps('      - run: python train.py\n', { head: 'on: push\nenv: {PYTHONHASHSEED: 0}\n' }),
      steps('      - run: python lint.py\n'),
    ],
  },
});
