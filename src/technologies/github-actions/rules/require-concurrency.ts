import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { jobsOf, triggersOf } from '../workflows';

export default defineRule({
  id: 'github-actions/require-concurrency',
  catalogue: ['concurrency-missing'],
  equivalents: ['zizmor:concurrency-limits'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Old runs go on when a newer one starts.',
  why: 'Each push to a branch starts another run while the last still uses a GPU that nobody waits for.',
  remedy: 'Set `concurrency` with a group, and `cancel-in-progress`.',
  references: [
    {
      title: 'GitHub: control the concurrency of workflows',
      url: 'https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency',
    },
    zizmor('concurrency-limits'),
  ],
  messages: {
    missing: 'Nothing stops old runs of this workflow.',
    keeps: 'Concurrency without cancel-in-progress lets old runs go on.',
  },
  fix: { none: 'Whether old runs may be cancelled is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    const triggers = triggersOf(at);
    if (triggers.length === 0 || triggers.every(({ name }) => name === 'workflow_call')) return;
    const concurrency = at.at('concurrency');
    if (concurrency) {
      if (concurrency.node?.type === 'scalar') yield { message: 'keeps', span: concurrency.anchor };
      else if (!concurrency.has('cancel-in-progress')) yield { message: 'keeps', span: concurrency.anchor };
      return;
    }
    if (jobsOf(at).every((job) => job.has('concurrency'))) return;
    yield { message: 'missing', span: at.at('on')?.anchor ?? at.anchor };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: '«on»: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n',
        message: 'missing',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\n«concurrency»: ci # one\njobs:\n  a:\n    runs-on: ubuntu-latest\n',
        message: 'keeps',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\n«concurrency»: { group: ci }\njobs: {}\n',
        message: 'keeps',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nconcurrency: { group: ci, cancel-in-progress: false }\njobs:\n  a:\n    runs-on: ubuntu-latest\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-latest\n',
      },
      { path: '.github/workflows/build.yaml', text: 'on: push\njobs:\n  a:\n    concurrency: ci\n' },
    ],
  },
});
