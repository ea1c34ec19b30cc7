import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pytorchJob, trainJob } from '../examples';

export default defineRule({
  id: 'kubeflow/no-operator-v1-job',
  catalogue: ['kf-v1-job-legacy'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'The job belongs to the first Kubeflow training operator.',
  why: 'That line only gets repairs; Kubeflow Trainer v2 replaces its six kinds by one `TrainJob` with shared runtimes.',
  remedy: 'For new work write a `TrainJob` of `trainer.kubeflow.org/v1alpha1`.',
  references: [
    {
      title: 'Kubeflow Trainer: migrating from the training operator',
      url: 'https://www.kubeflow.org/docs/components/trainer/operator-guides/migration/',
    },
  ],
  messages: { old: '{kind} is a kind of the first training operator; Trainer v2 has TrainJob.' },
  fix: { none: 'A TrainJob names a runtime that the cluster has to have.' },
  looksAt: [{ view: 'kubeflow/job', path: ['kind'] }],
  *check(at): Iterable<Report> {
    const kind = at.text();
    if (kind.is === 'known') yield { message: 'old', data: { kind: kind.value }, span: kind.span };
  },
  examples: {
    bad: [
      { path: 'job.yaml', text: pytorchJob('').replace('PyTorchJob', '«PyTorchJob» # v1') },
      { path: 'job.yaml', text: pytorchJob('').replace('PyTorchJob', '«TFJob»') },
    ],
    good: [
      { path: 'job.yaml', text: trainJob('') },
      {
        path: 'job.yaml',
        text: pytorchJob('')
          .replace('kubeflow.org/v1', 'kubeflow.org/v2beta1')
          .replace('PyTorchJob', 'MPIJob'),
      },
    ],
  },
});
