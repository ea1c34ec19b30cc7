import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { rawText, trainingIn, triggersOf, workflowOf } from '../jobs';
import { workflowSyntax } from '../sources';

const train = '      - run: python train.py\n';

export default defineRule({
  id: 'model-cicd/limit-pull-request-training',
  catalogue: ['cicd-train-on-pr-full'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'Every pull request runs a whole training.',
  why: 'A typo in the README trains the model once more, and each push to the branch again: reviews wait, and the GPU is paid.',
  remedy: 'Train a few steps there, `--max-steps 10`, or filter by `paths`.',
  references: [workflowSyntax],
  messages: { whole: 'Every pull request runs this training.' },
  fix: { none: 'Which option shortens the training is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const workflow = workflowOf(at);
    const training = trainingIn(at);
    if (!training || !triggersOf(workflow).includes('pull_request') || at.has('if')) return;
    const filters = ['paths', 'paths-ignore', 'types'];
    if (filters.some((key) => workflow.has('on', 'pull_request', key))) return;
    if (
      /smoke|max[-_]?(?:steps|epochs)|fast|dry|limit|sample|epochs?[ =]1\b|debug|--config/.test(training.text)
    )
      return;
    if (!/smoke|test/i.test(rawText(at.at('name')))) yield { message: 'whole', span: training.span };
  },
  examples: {
    bad: [
      steps('      - run: «python train.py» --epochs 50 # all\n', { head: 'on: pull_request\n' }),
      steps('      - run: «uv run» python -m acme.train\n', {
        head: 'on: {pull_request: {branches: [main]}}\n',
      }),
    ],
    good: [
      steps(train, { head: 'on: push\n' }),
      steps(train, { head: 'on: {pull_request: {paths: [src/**]}}\n' }),
      steps(train, { head: 'on: {pull_request: {paths-ignore: [docs/**]}}\n' }),
      steps(train, { head: 'on: {pull_request: {types: [labeled]}}\n' }),
      steps(train, { head: 'on: pull_request\n' }, '    if: github.actor == "a"\n'),
      steps(train, { head: 'on: pull_request\n' }, '    name: smoke\n'),
      steps('      - run: python train.py --max-steps 10\n', { head: 'on: pull_request\n' }),
      steps('      - run: python train.py --epochs 1\n', { head: 'on: pull_request\n' }),
      steps('      - run: python lint.py\n', { head: 'on: pull_request\n' }),
    ],
  },
});
