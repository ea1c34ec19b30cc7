import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { rayJob } from '../examples';

export default defineRule({
  id: 'ray/require-job-deadline',
  catalogue: ['rayjob-no-deadline'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A RayJob may run for ever.',
  why: 'A trial that hangs on a lost worker or a download holds every GPU of the cluster until a person notices. With `activeDeadlineSeconds` KubeRay ends it.',
  remedy: 'Set `activeDeadlineSeconds` to a time that no honest run takes.',
  references: [
    {
      title: 'Ray on Kubernetes: RayJob configuration, activeDeadlineSeconds',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/getting-started/rayjob-quick-start.html',
    },
  ],
  messages: {
    missing: 'The job has no deadline.',
    notPositive: 'KubeRay refuses a deadline of {seconds} s.',
  },
  fix: { none: 'How long a run may take is known only to its author.' },
  looksAt: [{ view: 'ray/job-spec', path: [] }],
  *check(at): Iterable<Report> {
    const deadline = at.number('activeDeadlineSeconds');
    if (deadline.is === 'absent') yield { message: 'missing', span: deadline.anchor };
    if (deadline.is !== 'known' || deadline.value > 0) return;
    yield {
      message: 'notPositive',
      data: { seconds: deadline.value },
      span: deadline.span,
      severity: 'error',
    };
  },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        message: 'missing',
        text: rayJob('  entrypoint: python train.py\n').replace('spec:', '«spec»:'),
      },
      {
        path: 'job.yaml',
        message: 'notPositive',
        severity: 'error',
        text: rayJob('  activeDeadlineSeconds: «0» # none\n'),
      },
    ],
    good: [
      { path: 'job.yaml', text: rayJob('  activeDeadlineSeconds: 1\n') },
      { path: 'job.yaml', text: rayJob('  activeDeadlineSeconds: ${DEADLINE}\n') },
      {
        path: 'patch.yaml',
        text: 'apiVersion: ray.io/v1\nkind: RayJob\nmetadata: { name: train }\nspec: { backoffLimit: 2 } # on ${CLUSTER}\n',
      },
    ],
  },
});
