import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps } from '../example-files';
import { deploymentIn, isAboutModels, nameOf, workflowOf } from '../jobs';
import { environments } from '../sources';

export default defineRule({
  id: 'model-cicd/require-deploy-environment',
  catalogue: ['cicd-no-environment-protection'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A model is deployed without an environment that can ask for approval.',
  why: 'Whoever may push puts a model into service: no person is asked, no branch is demanded, and the secrets of production are open to every job of the repository.',
  remedy: 'Set `environment: production`, and give that environment reviewers.',
  references: [environments],
  messages: { missing: 'Job "{name}" deploys without an environment that could ask for approval.' },
  fix: 'review',
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at, { path }): Iterable<Report> {
    const deployment = deploymentIn(at);
    if (!deployment || at.has('environment') || !isAboutModels(workflowOf(at), path)) return;
    const fix = at.fix('review', 'Name the environment production', at.set(['environment'], 'production'));
    yield { message: 'missing', data: { name: nameOf(at) }, span: deployment.span, fix };
  },
  examples: {
    bad: [
      steps('      - run: «kubectl apply» -f k8s/ # all\n', {
        fixed: '      - run: kubectl apply -f k8s/ # all\n    environment: production\n',
      }),
    ],
    good: [
      steps('      - run: kubectl apply -f k8s/\n', {}, '    environment: staging\n'),
      steps('      - run: kubectl get pods\n'),
      steps('      - run: kubectl apply -f k8s/\n', { path: '.github/workflows/site.yml' }),
    ],
  },
});
