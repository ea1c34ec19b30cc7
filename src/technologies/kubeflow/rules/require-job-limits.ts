import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pytorchJob } from '../examples';

export default defineRule({
  id: 'kubeflow/require-job-limits',
  catalogue: ['kf-v1-no-cleanpod-ttl'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A training job may run, or lie about, for ever.',
  why: 'Unless set, nothing ends a hung job, and finished jobs with their pods are kept for ever: GPUs stay taken, and the API server fills with records.',
  remedy: 'Set `runPolicy.activeDeadlineSeconds` and `runPolicy.ttlSecondsAfterFinished`.',
  references: [
    {
      title: 'Kubeflow training operator: job scheduling and run policy',
      url: 'https://www.kubeflow.org/docs/components/trainer/legacy-v1/reference/',
    },
    {
      title: 'Kubeflow training operator: RunPolicy (v1.9)',
      url: 'https://github.com/kubeflow/trainer/blob/v1.9.3/pkg/apis/kubeflow.org/v1/common_types.go',
    },
  ],
  messages: {
    deadline: 'The job has no activeDeadlineSeconds: if it hangs, it runs for ever.',
    keep: 'The job has no ttlSecondsAfterFinished: when finished it is kept for ever.',
  },
  fix: { none: 'How long a run may take and be kept is known only to the author.' },
  looksAt: [{ view: 'kubeflow/job', path: [] }],
  *check(at): Iterable<Report> {
    const deadline = at.get('spec', 'runPolicy', 'activeDeadlineSeconds');
    if (deadline.is === 'absent') {
      yield { message: 'deadline', span: deadline.anchor };
      return;
    }
    const keep = at.get('spec', 'runPolicy', 'ttlSecondsAfterFinished');
    if (keep.is === 'absent') yield { message: 'keep', span: keep.anchor };
  },
  examples: {
    bad: [
      { path: 'job.yaml', message: 'deadline', text: pytorchJob('').replace('spec:\n', '«spec»:\n') },
      {
        path: 'job.yaml',
        message: 'deadline',
        text: pytorchJob('  «runPolicy»: { ttlSecondsAfterFinished: 60 }\n'),
      },
      {
        path: 'job.yaml',
        message: 'keep',
        text: pytorchJob('  «runPolicy»: { activeDeadlineSeconds: 7200 }\n'),
      },
    ],
    good: [
      {
        path: 'job.yaml',
        text: pytorchJob('  runPolicy: { activeDeadlineSeconds: 7200, ttlSecondsAfterFinished: 60 }\n'),
      },
      {
        path: 'job.yaml',
        text: pytorchJob('  runPolicy: { activeDeadlineSeconds: "${D}", ttlSecondsAfterFinished: "${T}" }\n'),
      },
      {
        path: 'patch.yaml',
        text: 'apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nspec: { nprocPerNode: "2" }\n',
      },
    ],
  },
});
