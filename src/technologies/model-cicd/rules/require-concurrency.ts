import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { deploymentIn, isAboutModels, jobsOf, triggersOf } from '../jobs';

const deploy = '      - run: kubectl apply -f k8s/\n';

export default defineRule({
  id: 'model-cicd/require-concurrency',
  catalogue: ['cicd-no-concurrency'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Two deployments of a model may run at the same time.',
  why: 'Two pushes start two runs, and the older may end last: it then puts its model over the newer one, or both move the same alias and traffic.',
  remedy: 'Set `concurrency` with one group for the target, and `cancel-in-progress: false`.',
  references: [
    {
      title: 'GitHub: control the concurrency of workflows',
      url: 'https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency',
    },
  ],
  messages: { missing: 'Two runs of this workflow may deploy at the same time.' },
  fix: 'review',
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at, { path }): Iterable<Report> {
    if (at.has('concurrency') || !isAboutModels(at, path)) return;
    if (triggersOf(at).every((event) => event === 'workflow_call')) return;
    if (!jobsOf(at).some((job) => deploymentIn(job) && !job.has('concurrency'))) return;
    const group = { group: 'deploy-model', 'cancel-in-progress': false };
    const fix = at.fix('review', 'Deploy one at a time', at.set(['concurrency'], group));
    yield { message: 'missing', span: at.at('on')?.anchor ?? at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/model.yml',
        text: `name: a\n«on»: push # all\njobs:\n  d:\n    steps:\n${deploy}`,
        fixed: `name: a\non: push # all\njobs:\n  d:\n    steps:\n${deploy}concurrency:\n  group: deploy-model\n  cancel-in-progress: false\n`,
      },
    ],
    good: [
      steps(deploy, { head: 'on: push\nconcurrency: deploy\n' }),
      steps(deploy, {}, '    concurrency: deploy\n'),
      steps(deploy, { path: '.github/workflows/site.yml' }),
      steps(deploy, { head: 'on: workflow_call\n' }),
      steps('      - run: make\n'),
    ],
  },
});
