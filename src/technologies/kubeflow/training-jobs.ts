import type { TrainingJob } from '../../shapes/training-job';

const replicas = [
  'pytorchReplicaSpecs',
  'tfReplicaSpecs',
  'mpiReplicaSpecs',
  'xgbReplicaSpecs',
  'paddleReplicaSpecs',
  'jaxReplicaSpecs',
];
const roles = ['Master', 'Worker', 'Chief', 'Launcher'];

/** The kinds that train, with the places of their commands. */
export const trainingJobs: readonly TrainingJob[] = [
  {
    view: 'kubeflow/train-job-spec',
    commands: [
      ['trainer', 'command'],
      ['trainer', 'args'],
    ],
  },
  {
    view: 'kubeflow/job',
    commands: replicas.flatMap((key) =>
      roles.flatMap((role) =>
        ['command', 'args'].map((field) => ['spec', key, role, 'template', 'spec', 'containers', '0', field]),
      ),
    ),
  },
];
