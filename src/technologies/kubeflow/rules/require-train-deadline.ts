import { requiredKey } from '../../../shapes/required-key';
import { trainJob } from '../examples';

export default requiredKey({
  id: 'kubeflow/require-train-deadline',
  catalogue: ['trainjob-no-deadline'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A TrainJob may run for ever.',
  why: 'A worker that waits for a lost peer holds its GPUs until a person notices. With `activeDeadlineSeconds` (Trainer 2.2 and later) the job is ended; it cannot be set any more once the job exists.',
  remedy: 'Set `activeDeadlineSeconds` to a time that no honest run takes.',
  references: [
    {
      title: 'Kubeflow Trainer: TrainJob',
      url: 'https://www.kubeflow.org/docs/components/trainer/overview/',
    },
    {
      title: 'Kubeflow Trainer: types of TrainJob (v2.3)',
      url: 'https://github.com/kubeflow/trainer/blob/v2.3.0/pkg/apis/trainer/v1alpha1/trainjob_types.go',
    },
  ],
  looksAt: [{ view: 'kubeflow/train-job-spec', path: [] }],
  key: ['activeDeadlineSeconds'],
  message: 'The training has no deadline.',
  mend: { none: 'How long a run may take is known only to its author.' },
  examples: {
    bad: [
      { path: 'job.yaml', text: trainJob('  trainer: { numNodes: 2 }\n').replace('spec:', '«spec»:') },
      {
        path: 'job.yaml',
        text: 'apiVersion: trainer.kubeflow.org/v1alpha1\nkind: OptimizationJob\nspec:\n  trainJobTemplate:\n    «spec»: { runtimeRef: { name: torch } }\n',
      },
    ],
    good: [
      { path: 'job.yaml', text: trainJob('  activeDeadlineSeconds: 7200\n') },
      { path: 'job.yaml', text: trainJob('  activeDeadlineSeconds: ${DEADLINE}\n') },
      {
        path: 'patch.yaml',
        text: 'apiVersion: trainer.kubeflow.org/v1alpha1\nkind: TrainJob\nspec: { suspend: true } # on ${RUNTIME}\n',
      },
    ],
  },
});
