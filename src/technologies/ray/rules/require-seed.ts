import { requireSeed } from '../../../shapes/training-job';
import { rayJob } from '../examples';
import { trainingJobs } from '../training-jobs';

export default requireSeed({
  id: 'ray/require-seed',
  jobs: trainingJobs,
  examples: {
    bad: [
      { path: 'job.yaml', text: rayJob('  entrypoint: «python train.py --epochs 3» # all\n') },
      { path: 'job.yaml', text: rayJob('  entrypoint: «python -m fraud.training»\n') },
    ],
    good: [
      { path: 'job.yaml', text: rayJob('  entrypoint: python train.py --seed 42\n') },
      {
        path: 'job.yaml',
        text: rayJob('  entrypoint: python train.py\n  runtimeEnvYAML: "env_vars: { SEED: 42 }"\n'),
      },
      { path: 'job.yaml', text: rayJob('  entrypoint: python score.py\n') },
      { path: 'job.yaml', text: rayJob('  entrypoint: python train.py ${ARGUMENTS}\n') },
      { path: 'job.yaml', text: rayJob('  shutdownAfterJobFinishes: true\n') },
    ],
  },
});
