import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { syntax } from '../sources';
import { jobsOf, stepsOf } from '../workflows';

export default defineRule({
  id: 'github-actions/require-workflow-parts',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:syntax-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A workflow lacks what GitHub demands.',
  why: 'GitHub refuses the workflow.',
  remedy: 'Add what is missing.',
  references: [syntax],
  messages: {
    on: 'The workflow has no "on".',
    jobs: 'The workflow has no jobs.',
    runsOn: 'Job "{name}" has neither runs-on nor uses.',
    steps: 'Job "{name}" has no steps.',
    empty: 'The step has neither run nor uses.',
    both: 'The step has both run and uses.',
  },
  fix: { none: 'What the workflow is to do is known only to its author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    const first = at.entries()[0];
    const on = at.at('on');
    if (on?.node?.type === 'scalar' && on.node.text === '' && on.node.style === 'plain')
      yield { message: 'on', span: on.anchor };
    if (!on) yield { message: 'on', span: at.at('jobs')?.anchor ?? at.anchor };
    if (!at.has('jobs') && first) yield { message: 'jobs', span: at.at('on')?.anchor ?? first.anchor };
    for (const job of jobsOf(at)) {
      const data = { name: job.key };
      if (job.node?.type !== 'map' || job.has('uses')) continue;
      if (!job.has('runs-on')) yield { message: 'runsOn', data, span: job.anchor };
      if (!job.has('steps')) yield { message: 'steps', data, span: job.anchor };
      for (const step of stepsOf(job)) {
        if (step.node?.type !== 'map') continue;
        if (!step.has('run') && !step.has('uses')) yield { message: 'empty', span: step.anchor };
        if (step.has('run') && step.has('uses'))
          yield { message: 'both', span: step.at('uses')?.anchor ?? step.anchor };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/a.yml',
        text: '«jobs»:\n  a:\n    runs-on: ubuntu-latest\n    steps: []\n',
        message: 'on',
      },
      {
        path: '.github/workflows/a.yml',
        text: '«on»:\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: []\n',
        message: 'on',
      },
      { path: '.github/workflows/a.yml', text: 'name: a\n«on»: push\n', message: 'jobs' },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  «a»:\n    steps: []\n',
        message: 'runsOn',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  «a»:\n    runs-on: ubuntu-latest\n',
        message: 'steps',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - «name»: b\n',
        message: 'empty',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        «uses»: b/c@v1\n',
        message: 'both',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n      - uses: b/c@v1\n  b:\n    uses: acme/ci/.github/workflows/b.yml@v1\n',
      },
    ],
  },
});
