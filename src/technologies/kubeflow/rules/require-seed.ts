import { requireSeed } from '../../../shapes/training-job';
import { pytorchJob, trainJob } from '../examples';
import { trainingJobs } from '../training-jobs';

export default requireSeed({
  id: 'kubeflow/require-seed',
  jobs: trainingJobs,
  examples: {
    bad: [
      { path: 'job.yaml', text: trainJob('  trainer: { «command»: [python, train.py], numNodes: 2 }\n') },
      { path: 'job.yaml', text: pytorchJob('', 'python, train.py').replace('command', '«command»') },
    ],
    good: [
      {
        path: 'job.yaml',
        text: trainJob('  trainer: { command: [python, train.py], args: [--seed, "42"] }\n'),
      },
      {
        path: 'job.yaml',
        text: trainJob('  trainer: { command: [python, train.py], env: [{ name: SEED, value: "42" }] }\n'),
      },
      { path: 'job.yaml', text: trainJob('  trainer: { command: [python, prepare.py] }\n') },
      { path: 'job.yaml', text: trainJob('  trainer: { command: [python, train.py, "${ARGUMENTS}"] }\n') },
      { path: 'job.yaml', text: pytorchJob('', 'python, main.py') },
    ],
  },
});
