import { forbiddenValue } from '../../../shapes/forbidden-value';
import { jobSpec } from '../sources';

export default forbiddenValue({
  id: 'vertex/no-web-access',
  catalogue: ['vertex-web-access'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A training job opens an interactive shell.',
  why: 'Whoever may see the job can then run commands in its containers, with the rights of its account and beside its data, and nothing of that is in the code that was reviewed.',
  remedy: 'Set `enableWebAccess: false`; turn it on for one run to look for a fault.',
  references: [
    jobSpec,
    {
      title: 'Vertex AI: interactive shell',
      url: 'https://cloud.google.com/vertex-ai/docs/training/monitor-debug-interactive-shell',
    },
  ],
  views: ['vertex/job-spec'],
  key: ['enableWebAccess'],
  forbidden: ['true'],
  message: 'The containers of the job open an interactive shell.',
  mend: { set: false, title: 'Open no shell', safety: 'review' },
  examples: {
    bad: [
      {
        path: 'job.yaml',
        text: 'workerPoolSpecs: []\nenableWebAccess: «true» # debug\n',
        fixed: 'workerPoolSpecs: []\nenableWebAccess: false # debug\n',
      },
      {
        path: 'job.yaml',
        text: 'worker_pool_specs: []\nenable_web_access: «true»\n',
        fixed: 'worker_pool_specs: []\nenable_web_access: false\n',
      },
    ],
    good: [
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nenableWebAccess: false\n' },
      { path: 'job.yaml', text: 'enableWebAccess: true\n' },
    ],
  },
});
