import { requireSpotCheckpoint } from '../../../shapes/training-job';
import { rayJobAnywhere } from '../examples';
import { trainingJobs } from '../training-jobs';

const job = (entrypoint: string, selector: string): string =>
  rayJobAnywhere(
    `  entrypoint: ${entrypoint}\n  rayClusterSpec:\n    headGroupSpec: { template: { spec: { ${selector}, containers: [{ name: ray, image: "r:1" }] } } }\n`,
  );

export default requireSpotCheckpoint({
  id: 'ray/require-spot-checkpoint',
  jobs: trainingJobs,
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: job('python train.py', 'nodeSelector: { «karpenter.sh/capacity-type»: spot }'),
      },
      {
        path: 'job.yaml',
        text: job('python train.py', 'tolerations: [{ key: «cloud.google.com/gke-spot», operator: Exists }]'),
      },
    ],
    good: [
      {
        path: 'job.yaml',
        text: job('python train.py --ckpt gs://b/c', 'nodeSelector: { karpenter.sh/capacity-type: spot }'),
      },
      {
        path: 'job.yaml',
        text: job('python train.py', 'nodeSelector: { karpenter.sh/capacity-type: on-demand }'),
      },
      {
        path: 'job.yaml',
        text: job('python train.py', 'tolerations: [{ key: nvidia.com/gpu, operator: Exists }]'),
      },
    ],
  },
});
