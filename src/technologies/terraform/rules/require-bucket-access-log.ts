import { requiredKey } from '../../../shapes/required-key';
import { resource } from '../example-modules';
import { resources } from '../resources';

export default requiredKey({
  id: 'terraform/require-bucket-access-log',
  catalogue: ['tf-bucket-no-access-log'],
  equivalents: ['checkov:CKV_GCP_62'],
  severity: 'info',
  // Cloud Audit Logs can tell the same, so a bucket without is no mistake in itself.
  certainty: 'opinion',
  summary: 'Access to a bucket is not logged.',
  why: 'After a leak nobody can tell who read the data or the model.',
  remedy: 'Add a `logging` block, or data access audit logs of the project.',
  references: [
    { title: 'Google Cloud Storage: usage logs', url: 'https://cloud.google.com/storage/docs/access-logs' },
  ],
  looksAt: resources('google_storage_bucket'),
  key: ['logging'],
  message: 'Access to the bucket is not logged.',
  mend: { none: 'The bucket for the logs has to be chosen.' },
  examples: {
    bad: [{ path: 'main.tf', text: 'resource "google_storage_bucket" «"m"» { # x\n  name = "m"\n}\n' }],
    good: [
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  logging {\n    log_bucket = "logs"\n  }\n'),
      },
      { path: 'main.tf', text: resource('aws_s3_bucket', '  bucket = "m"\n') },
    ],
  },
});
