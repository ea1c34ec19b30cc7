import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { expressionsIn } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-job-output',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:expression', 'actionlint:workflow-call'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A reusable workflow returns what no job gives.',
  why: 'The caller gets the empty text, without a word.',
  remedy: 'Name an output of a job.',
  references: [
    {
      title: 'GitHub: workflow_call outputs',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_calloutputs',
    },
  ],
  messages: { job: 'There is no job "{job}".', output: 'Job "{job}" has no output "{name}".' },
  fix: { none: 'Which output was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    for (const output of at.at('on', 'workflow_call', 'outputs')?.entries() ?? []) {
      for (const { span, read } of expressionsIn(output.at('value'))) {
        for (const [context, name = '', key, wanted] of read.is === 'read' ? read.paths : []) {
          if (context !== 'jobs' || name === '*' || name === '') continue;
          const job = at.at('jobs', name);
          if (!job) yield { message: 'job', data: { job: name }, span };
          else if (
            key === 'outputs' &&
            wanted !== undefined &&
            !job.has('uses') &&
            !job.has('outputs', wanted)
          ) {
            yield { message: 'output', data: { job: name, name: wanted }, span };
          }
        }
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_call:\n    outputs: { a: { value: "«${{ jobs.no.outputs.b }}»", description: c } }\njobs:\n  yes: { outputs: { b: c } }\n',
        message: 'job',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_call:\n    outputs: { a: { value: "«${{ jobs.yes.outputs.no }}»" } }\njobs:\n  yes: { outputs: { b: c } }\n',
        message: 'output',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_call:\n    outputs: { a: { value: "${{ jobs.yes.outputs.b }} ${{ jobs.other.outputs.c }}" } }\njobs:\n  yes: { outputs: { b: c } }\n  other: { uses: a/b/.github/workflows/c.yml@v1 }\n',
      },
    ],
  },
});
