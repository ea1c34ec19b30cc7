import { requiredKey } from '../../../shapes/required-key';
import { jobSpec } from '../sources';

export default requiredKey({
  id: 'vertex/require-service-account',
  catalogue: ['vertex-no-service-account'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'A training job runs with the rights of the project.',
  why: 'Without an account of its own the job runs as the Custom Code Service Agent, which may read and write every bucket and table of the project: one bad dependency then has all of it.',
  remedy: 'Set `serviceAccount` to one that may read the training data and write the output.',
  references: [
    jobSpec,
    {
      title: 'Vertex AI: use a custom service account',
      url: 'https://cloud.google.com/vertex-ai/docs/general/custom-service-account',
    },
  ],
  looksAt: [{ view: 'vertex/job-spec', path: [] }],
  key: ['serviceAccount'],
  message: 'Without {key} the job runs with the rights of the Custom Code Service Agent.',
  mend: { none: 'Which account has the rights that the job needs is known only to the author.' },
  examples: {
    bad: [
      { path: 'job.yaml', text: '«workerPoolSpecs»: [] # pools\nnetwork: n\n' },
      { path: 'job.yaml', text: '«job_spec»: # x\n  network: n\n  worker_pool_specs: []\n' },
    ],
    good: [
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nserviceAccount: train@p.iam.gserviceaccount.com\n' },
      { path: 'job.yaml', text: 'worker_pool_specs: []\nservice_account: train@p.iam.gserviceaccount.com\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nserviceAccount: ${ACCOUNT}\n' },
    ],
  },
});
