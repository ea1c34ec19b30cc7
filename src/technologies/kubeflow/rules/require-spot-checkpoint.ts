import { requireSpotCheckpoint } from '../../../shapes/training-job';
import { pytorchJob, trainJob } from '../examples';
import { trainingJobs } from '../training-jobs';

const spot = 'nodeSelector: { cloud.google.com/gke-spot: "true" }, ';

export default requireSpotCheckpoint({
  id: 'kubeflow/require-spot-checkpoint',
  jobs: trainingJobs,
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: pytorchJob('', 'python, main.py', spot).replace(
          'cloud.google.com/gke-spot',
          '«cloud.google.com/gke-spot»',
        ),
      },
      {
        path: 'job.yaml',
        text: trainJob(
          '  runtimePatches: [{ manager: x, spec: { tolerations: [{ operator: Exists, key: «kubernetes.azure.com/scalesetpriority» }] } }]\n',
        ),
      },
    ],
    good: [
      { path: 'job.yaml', text: pytorchJob('', 'python, main.py, --checkpoint-dir, gs://b/c', spot) },
      { path: 'job.yaml', text: pytorchJob('', 'python, main.py', spot.replace('true', 'false')) },
      { path: 'job.yaml', text: pytorchJob('') },
    ],
  },
});
