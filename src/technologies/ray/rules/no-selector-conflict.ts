import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { rayJob, rayJobAnywhere } from '../examples';

const selector = '  clusterSelector: { ray.io/cluster: shared }\n';

export default defineRule({
  id: 'ray/no-selector-conflict',
  catalogue: ['rayjob-selector-backofflimit'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A RayJob on an existing cluster asks for what only an own cluster can do.',
  why: 'KubeRay refuses the job: with `clusterSelector` it owns no cluster that it could delete to retry or to suspend, and no head pod to put a sidecar in.',
  remedy: 'Remove the setting, or give the job its own `rayClusterSpec`.',
  references: [
    {
      title: 'KubeRay: validation of RayJob (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    retries: 'KubeRay refuses backoffLimit {value} together with clusterSelector.',
    suspend: 'KubeRay refuses to suspend a job that runs on a cluster selected by clusterSelector.',
    sidecar: 'KubeRay refuses SidecarMode together with clusterSelector.',
  },
  fix: 'review',
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    if ((at.at('clusterSelector')?.entries().length ?? 0) === 0) return;
    yield* retries(at);
    const suspend = at.boolean('suspend');
    if (suspend.is === 'known' && suspend.value) {
      yield {
        message: 'suspend',
        span: suspend.span,
        fix: at.fix('review', 'Remove suspend', at.remove('suspend')),
      };
    }
    const mode = at.text('submissionMode');
    if (mode.is === 'known' && mode.value === 'SidecarMode') {
      const fix = at.fix('review', 'Remove submissionMode', at.remove('submissionMode'));
      yield { message: 'sidecar', span: mode.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        message: 'retries',
        text: rayJobAnywhere(`${selector}  backoffLimit: «1» # again\n  entrypoint: python train.py\n`),
        fixed: rayJobAnywhere(`${selector}  entrypoint: python train.py\n`),
      },
      {
        path: 'job.yaml',
        message: 'suspend',
        text: rayJobAnywhere(`${selector}  suspend: «true»\n  shutdownAfterJobFinishes: true\n`),
        fixed: rayJobAnywhere(`${selector}  shutdownAfterJobFinishes: true\n`),
      },
      {
        path: 'job.yaml',
        message: 'sidecar',
        text: rayJobAnywhere(`${selector}  submissionMode: «SidecarMode»\n`),
        fixed: rayJobAnywhere(selector),
      },
    ],
    good: [
      {
        path: 'job.yaml',
        text: rayJobAnywhere(`${selector}  backoffLimit: 0\n  suspend: false\n  submissionMode: HTTPMode\n`),
      },
      { path: 'job.yaml', text: rayJobAnywhere(`${selector}  backoffLimit: \${RETRIES}\n`) },
      {
        path: 'job.yaml',
        text: rayJob(
          '  backoffLimit: 2\n  suspend: true\n  shutdownAfterJobFinishes: true\n  submissionMode: SidecarMode\n',
        ),
      },
      { path: 'job.yaml', text: rayJob('  clusterSelector: {}\n  backoffLimit: 2\n') },
    ],
  },
});

function* retries(at: NodeView): Iterable<Report> {
  const limit = at.number('backoffLimit');
  if (limit.is !== 'known' || limit.value <= 0) return;
  const fix = at.fix('review', 'Remove backoffLimit', at.remove('backoffLimit'));
  yield { message: 'retries', data: { value: limit.value }, span: limit.span, fix };
}
