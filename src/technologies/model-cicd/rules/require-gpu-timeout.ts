import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { workflow } from '../example-files';
import { rawText, trainingIn } from '../jobs';
import { workflowSyntax } from '../sources';

export default defineRule({
  id: 'model-cicd/require-gpu-timeout',
  catalogue: ['cicd-gpu-no-timeout'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A job on a GPU or an own machine may run for six hours, or for days.',
  why: 'The default is 360 minutes on machines of GitHub and up to five days on own ones: a training that hangs keeps the GPU from everybody else.',
  remedy: 'Set `timeout-minutes` to what the job needs at most.',
  references: [workflowSyntax],
  messages: { missing: 'Without timeout-minutes the job may keep {runner} for hours.' },
  fix: 'review',
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const runner = at.at('runs-on');
    if (!runner || at.has('timeout-minutes')) return;
    const labels = runner.at('labels') ?? runner;
    const names = labels.node?.type === 'list' ? labels.items().map(rawText) : [rawText(labels)];
    const gpu = names.find((name) => /(?:^|[-_.])gpu|nvidia|cuda/i.test(name));
    const own = names.includes('self-hosted') && trainingIn(at) ? 'self-hosted' : undefined;
    const name = gpu ?? own;
    if (name === undefined || name.includes('${{')) return;
    const fix = at.fix('review', 'Stop after an hour', at.set(['timeout-minutes'], 60));
    yield { message: 'missing', data: { runner: name }, span: runner.anchor, fix };
  },
  examples: {
    bad: [
      workflow('  train:\n    «runs-on»: [self-hosted, gpu] # big\n', {
        fixed: '  train:\n    runs-on: [self-hosted, gpu] # big\n    timeout-minutes: 60\n',
      }),
      workflow('  train: {«runs-on»: ubuntu-gpu-t4}\n', {
        fixed: '  train: {runs-on: ubuntu-gpu-t4, timeout-minutes: 60}\n',
      }),
      workflow('  train: {«runs-on»: {labels: [nvidia]}}\n', {
        fixed: '  train: {runs-on: {labels: [nvidia]}, timeout-minutes: 60}\n',
      }),
      workflow('  a:\n    «runs-on»: self-hosted\n    steps: [{run: python train.py}]\n', {
        fixed:
          '  a:\n    runs-on: self-hosted\n    steps: [{run: python train.py}]\n    timeout-minutes: 60\n',
      }),
    ],
    good: [
      workflow('  train: {runs-on: [self-hosted, gpu], timeout-minutes: 90}\n'),
      workflow('  train: {runs-on: ubuntu-24.04, steps: [{run: python train.py}]}\n'),
      workflow('  lint: {runs-on: self-hosted, steps: [{run: ruff check}]}\n'),
      workflow('  train: {runs-on: "${{ inputs.gpu }}"}\n'),
    ],
  },
});
