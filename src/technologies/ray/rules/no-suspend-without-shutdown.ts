import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rayJob } from '../examples';

export default defineRule({
  id: 'ray/no-suspend-without-shutdown',
  catalogue: ['rayjob-suspend-without-shutdown'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A RayJob is suspended but would not shut its cluster down.',
  why: 'KubeRay refuses the job, and with it every queue that starts jobs suspended, such as Kueue: suspending means deleting the cluster, which only `shutdownAfterJobFinishes: true` permits.',
  remedy: 'Set `shutdownAfterJobFinishes: true`.',
  references: [
    {
      title: 'KubeRay: validation of RayJob (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
    { title: 'Kueue: run a RayJob, limitations', url: 'https://kueue.sigs.k8s.io/docs/tasks/run/rayjobs/' },
  ],
  messages: { refused: 'KubeRay refuses to suspend a job without shutdownAfterJobFinishes.' },
  fix: 'review',
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    const suspend = at.boolean('suspend');
    const shutdown = at.boolean('shutdownAfterJobFinishes');
    if (suspend.is !== 'known' || !suspend.value) return;
    if (shutdown.is !== 'absent' && !(shutdown.is === 'known' && !shutdown.value)) return;
    const fix = at.fix(
      'review',
      'Set shutdownAfterJobFinishes to true',
      at.set(['shutdownAfterJobFinishes'], true),
    );
    yield { message: 'refused', span: suspend.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: rayJob('  suspend: «true» # Kueue starts it\n  shutdownAfterJobFinishes: false\n'),
        fixed: rayJob('  suspend: true # Kueue starts it\n  shutdownAfterJobFinishes: true\n'),
      },
      {
        path: 'job.yaml',
        text: rayJob('  suspend: «true»\n'),
        fixed: `${rayJob('  suspend: true\n')}  shutdownAfterJobFinishes: true\n`,
      },
    ],
    good: [
      { path: 'job.yaml', text: rayJob('  suspend: true\n  shutdownAfterJobFinishes: true\n') },
      { path: 'job.yaml', text: rayJob('  suspend: false\n') },
      { path: 'job.yaml', text: rayJob('  suspend: ${SUSPEND}\n') },
      { path: 'job.yaml', text: rayJob('  suspend: true\n  shutdownAfterJobFinishes: ${SHUTDOWN}\n') },
    ],
  },
});
