import { requiredKey } from '../../../shapes/required-key';
import { jobSpec } from '../sources';

export default requiredKey({
  id: 'vertex/require-private-network',
  catalogue: ['vertex-no-network'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A training job reaches the public internet.',
  why: 'Without a peered network or Private Service Connect no firewall of yours stands between the training data and the rest of the world.',
  remedy: 'Set `network`, or `pscInterfaceConfig`.',
  references: [
    jobSpec,
    {
      title: 'Vertex AI: VPC Network Peering',
      url: 'https://cloud.google.com/vertex-ai/docs/general/vpc-peering',
    },
  ],
  looksAt: [{ view: 'vertex/job-spec', path: [] }],
  key: ['network'],
  when: (at) => !at.has('pscInterfaceConfig'),
  message: 'The job has neither network nor pscInterfaceConfig.',
  mend: { none: 'Which network is meant is known only to the author.' },
  examples: {
    bad: [{ path: 'job.yaml', text: '«workerPoolSpecs»: [] # pools\n' }],
    good: [
      { path: 'job.yaml', text: 'workerPoolSpecs: []\nnetwork: projects/1/global/networks/n\n' },
      { path: 'job.yaml', text: 'worker_pool_specs: []\npsc_interface_config: {network_attachment: a}\n' },
    ],
  },
});
