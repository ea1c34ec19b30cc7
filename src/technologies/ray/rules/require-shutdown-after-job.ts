import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { rayJob, rayJobAnywhere } from '../examples';

const rule =
  'deletionRules: [{ policy: DeleteCluster, condition: { jobStatus: SUCCEEDED, ttlSeconds: 60 } }]';

export default defineRule({
  id: 'ray/require-shutdown-after-job',
  catalogue: ['rayjob-no-shutdown'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The cluster of a RayJob stays up when the job is done.',
  why: '`shutdownAfterJobFinishes` is false unless set: after the last step the head and all GPU workers go on running, and costing, until somebody deletes the RayJob.',
  remedy:
    'Set `shutdownAfterJobFinishes: true`, with `ttlSecondsAfterFinished` for time to look at the logs.',
  references: [
    {
      title: 'Ray on Kubernetes: RayJob quickstart, shutdownAfterJobFinishes',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/getting-started/rayjob-quick-start.html',
    },
  ],
  messages: { stays: 'The cluster of this job keeps running after the job has finished.' },
  fix: 'review',
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    const shutdown = at.boolean('shutdownAfterJobFinishes');
    const place =
      shutdown.is === 'absent'
        ? shutdown.anchor
        : known(shutdown) === false
          ? at.at('shutdownAfterJobFinishes')?.span
          : undefined;
    if (!place) return;
    if (!at.has('rayClusterSpec') || at.has('clusterSelector') || at.has('deletionStrategy')) return;
    // Those are refused altogether, and have rules of their own.
    if ((known(at.number('ttlSecondsAfterFinished')) ?? 0) > 0 || known(at.boolean('suspend')) === true)
      return;
    const fix = at.fix(
      'review',
      'Set shutdownAfterJobFinishes to true',
      at.set(['shutdownAfterJobFinishes'], true),
    );
    yield { message: 'stays', span: place, fix };
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: rayJob(
          '  entrypoint: python train.py\n  shutdownAfterJobFinishes: «false» # debugging\n  ttlSecondsAfterFinished: 0\n',
        ),
        fixed: rayJob(
          '  entrypoint: python train.py\n  shutdownAfterJobFinishes: true # debugging\n  ttlSecondsAfterFinished: 0\n',
        ),
      },
      {
        path: 'job.yaml',
        text: rayJob('  entrypoint: python train.py\n').replace('spec:', '«spec»:'),
        fixed: `${rayJob('  entrypoint: python train.py\n')}  shutdownAfterJobFinishes: true\n`,
      },
    ],
    good: [
      { path: 'job.yaml', text: rayJob('  entrypoint: python train.py\n  shutdownAfterJobFinishes: true\n') },
      { path: 'job.yaml', text: rayJob('  shutdownAfterJobFinishes: {{ .Values.shutdown }}\n') },
      { path: 'job.yaml', text: rayJob('  suspend: true # ${REFUSED}\n') },
      { path: 'job.yaml', text: rayJob('  ttlSecondsAfterFinished: 1 # ${REFUSED}\n') },
      { path: 'job.yaml', text: rayJob(`  deletionStrategy: { ${rule} }\n`) },
      { path: 'job.yaml', text: rayJobAnywhere('  entrypoint: python train.py # on ${CLUSTER}\n') },
      {
        path: 'job.yaml',
        text: rayJob('  clusterSelector: { ray.io/cluster: shared }\n'),
      },
    ],
  },
});
