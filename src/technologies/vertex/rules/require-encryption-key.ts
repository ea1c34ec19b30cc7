import { requiredKey } from '../../../shapes/required-key';

export default requiredKey({
  id: 'vertex/require-encryption-key',
  catalogue: ['vertex-no-cmek'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A job is not encrypted with a key of its owner.',
  why: 'Google encrypts with keys of its own. Where a policy demands that access can be withdrawn by the owner, only a customer-managed key gives that.',
  remedy: 'Set `encryptionSpec.kmsKeyName` to a key of Cloud KMS in the same region.',
  references: [
    {
      title: 'Vertex AI: customer-managed encryption keys',
      url: 'https://cloud.google.com/vertex-ai/docs/general/cmek',
    },
  ],
  looksAt: [
    { view: 'vertex/custom-job', path: [] },
    { view: 'vertex/tuning-job', path: [] },
  ],
  key: ['encryptionSpec', 'kmsKeyName'],
  message: 'The job has no {key}.',
  mend: { none: 'Which key is meant is known only to the author.' },
  examples: {
    bad: [
      { path: 'job.yaml', text: '«displayName»: fraud # job\njobSpec: {workerPoolSpecs: []}\n' },
      { path: 'tune.yaml', text: 'studySpec: {}\ntrialJobSpec: {}\n«encryptionSpec»: {}\n' },
    ],
    good: [
      { path: 'job.yaml', text: 'jobSpec: {workerPoolSpecs: []}\nencryptionSpec: {kmsKeyName: k}\n' },
      { path: 'job.yaml', text: 'workerPoolSpecs: []\n' },
    ],
  },
});
