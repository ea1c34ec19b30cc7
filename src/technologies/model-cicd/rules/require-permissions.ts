import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { deploymentIn, isAboutModels, jobsOf, publicationIn } from '../jobs';

const upload = '      - run: hf upload acme/fraud model/\n';

export default defineRule({
  id: 'model-cicd/require-permissions',
  catalogue: ['cicd-broad-permissions'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A workflow that hands out models does not say what its token may do.',
  why: 'In many repositories the token may then write everything: a bad package of the training can push code, make releases and change the model that goes out.',
  remedy: 'Set `permissions: {contents: read}` at the top, and more only in the job that needs it.',
  references: [
    {
      title: 'GitHub: permissions of the token',
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions',
    },
  ],
  messages: { missing: 'The workflow hands out a model, but leaves its permissions to the repository.' },
  fix: 'review',
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at, { path }): Iterable<Report> {
    if (at.has('permissions') || !isAboutModels(at, path)) return;
    const open = jobsOf(at).filter((job) => !job.has('permissions'));
    if (!open.some((job) => publicationIn(job) ?? deploymentIn(job))) return;
    const fix = at.fix('review', 'Allow to read only', at.set(['permissions'], { contents: 'read' }));
    yield { message: 'missing', span: at.at('on')?.anchor ?? at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/a.yml',
        text: `«on»: push # all\njobs:\n  d:\n    steps:\n${upload}`,
        fixed: `on: push # all\njobs:\n  d:\n    steps:\n${upload}permissions:\n  contents: read\n`,
      },
      {
        path: '.github/workflows/model.yml',
        text: 'name: d\n«on»: push\njobs: {d: {steps: [{run: kubectl apply -f a}]}}\n',
        fixed:
          'name: d\non: push\njobs: {d: {steps: [{run: kubectl apply -f a}]}}\npermissions:\n  contents: read\n',
      },
    ],
    good: [
      steps(upload, { head: 'on: push\npermissions: {}\n' }),
      steps(upload, {}, '    permissions: {contents: read}\n'),
      steps('      - run: make\n'),
      steps('      - run: kubectl apply -f a\n', { path: '.github/workflows/site.yml' }),
    ],
  },
});
