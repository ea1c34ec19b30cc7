import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { steps, workflow } from '../example-files';
import { deploymentIn, isAboutModels, nameOf, sourceOf, workflowOf } from '../jobs';
import { continuousDelivery } from '../sources';

export default defineRule({
  id: 'model-cicd/require-rollback',
  catalogue: ['cicd-no-rollback'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A workflow deploys a model and has no way back.',
  why: 'When the new model fails its first checks, somebody has to find the old version and the command, while users get errors.',
  remedy: 'Add a step with `if: failure()` that puts the last version back, or a canary that does.',
  references: [continuousDelivery],
  messages: { missing: 'Job "{name}" deploys, and nothing puts the last version back.' },
  fix: { none: 'How to go back is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at, { path }): Iterable<Report> {
    const deployment = deploymentIn(at);
    const whole = workflowOf(at);
    if (!deployment || !isAboutModels(whole, path)) return;
    if (
      /failure\(\)|roll-?back|rollout (?:undo|status)|kubectl wait|canary|--atomic|--wait/i.test(
        sourceOf(whole),
      )
    )
      return;
    yield { message: 'missing', data: { name: nameOf(at) }, span: deployment.span };
  },
  examples: {
    bad: [steps('      - run: «kubectl apply» -f k8s/ # all\n')],
    good: [
      steps('      - run: kubectl apply -f k8s/\n      - if: failure()\n        run: make undo\n'),
      steps('      - run: helm upgrade --atomic a b\n'),
      steps('      - run: kubectl apply -f a && kubectl wait --for=condition=Ready pod/a\n'),
      steps('      - run: kubectl apply -f canary.yaml\n'),
      steps('      - run: kubectl apply -f k8s/\n', { path: '.github/workflows/site.yml' }),
      workflow('  train:\n    steps: [{run: make}]\n'),
    ],
  },
});
