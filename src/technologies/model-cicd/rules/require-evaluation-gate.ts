import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { steps, workflow } from '../example-files';
import {
  deploymentIn,
  deploymentOf,
  isAboutModels,
  nameOf,
  needsOf,
  sourceOf,
  stepsOf,
  triggersOf,
  workflowOf,
} from '../jobs';
import { continuousDelivery } from '../sources';

const judging = /eval|valid|\btests?\b|pytest|metric|quality|gate|smoke/i;

export default defineRule({
  id: 'model-cicd/require-evaluation-gate',
  catalogue: ['cicd-deploy-without-eval-gate'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A model is deployed without having been judged.',
  why: 'Nothing stands between a training that went wrong, or data that changed, and the requests of users: the worse model is in service as soon as it exists.',
  remedy:
    'Let the job wait for one that evaluates the model and fails below a threshold: `needs: [evaluate]`.',
  references: [continuousDelivery],
  messages: { ungated: 'Job "{name}" deploys, but waits for no job that evaluates the model.' },
  fix: { none: 'Which job judges the model is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at, { path }): Iterable<Report> {
    const deployment = deploymentIn(at);
    const whole = workflowOf(at);
    // Another workflow, or a caller, may have judged it.
    if (!deployment || triggersOf(whole).some((event) => /^workflow_(?:run|call)$/.test(event))) return;
    if (!isAboutModels(whole, path) || judgesItself(at)) return;
    const judges = [...needsOf(at, whole)].some(
      (name) => judging.test(name) || judging.test(sourceOf(whole.at('jobs', name))),
    );
    if (!judges) yield { message: 'ungated', data: { name: nameOf(at) }, span: deployment.span };
  },
  examples: {
    bad: [
      steps('      - run: «kubectl apply» -f k8s/ # all\n'),
      workflow(
        '  build:\n    steps: [{run: make}]\n  d:\n    needs: build\n    steps: [{run: "«az ml» online-deployment update -n a"}]\n',
      ),
      steps(
        '      - run: |\n          cd k8s\n          «helm upgrade» scorer ./chart\n      - run: pytest\n',
      ),
      steps('      - run: «kubectl -n» prod apply -f inference.yaml\n', { path: '.github/workflows/a.yml' }),
    ],
    good: [
      workflow(
        '  evaluate:\n    steps: [{run: make}]\n  d:\n    needs: [evaluate]\n    steps: [{run: kubectl apply -f k8s/}]\n',
      ),
      workflow(
        '  a:\n    steps: [{run: python evaluate.py}]\n  b: {needs: a}\n  d:\n    needs: b\n    steps: [{run: kubectl apply -f k8s/}]\n',
      ),
      steps('      - run: pytest\n      - run: kubectl apply -f k8s/\n'),
      steps('      - run: kubectl apply --dry-run=client -f k8s/\n'),
      steps('      - run: kubectl get pods\n'),
      steps('      - run: kubectl apply -f k8s/\n', { path: '.github/workflows/site.yml' }),
      steps('      - run: kubectl apply -f k8s/\n', {
        head: 'on: {workflow_run: {workflows: [evaluate]}}\n',
      }),
      steps('      - run: kubectl apply -f k8s/\n', { head: 'on: [workflow_call]\n' }),
    ],
  },
});

/** Whether a step before the deployment judges the model. */
function judgesItself(job: NodeView): boolean {
  for (const step of stepsOf(job)) {
    if (deploymentOf(step) !== undefined) return false;
    if (judging.test(sourceOf(step))) return true;
  }
  return false;
}
