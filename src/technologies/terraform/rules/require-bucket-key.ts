import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources, typeOf } from '../resources';

const defaults = 'rule.0.apply_server_side_encryption_by_default.0'.split('.');
const byDefault = (lines: string): string =>
  resource(
    'aws_s3_bucket_server_side_encryption_configuration',
    `  rule {\n    apply_server_side_encryption_by_default {\n${lines}    }\n  }\n`,
  );

export default defineRule({
  id: 'terraform/require-bucket-key',
  catalogue: ['tf-bucket-no-cmek'],
  equivalents: [],
  severity: 'info',
  // Both providers encrypt with keys of their own; not everybody needs more.
  certainty: 'opinion',
  summary: 'A bucket is encrypted with a key of the provider, not with one of yours.',
  why: 'Only with a key of your own can you take access to all copies of the data away, and see who used the key.',
  remedy:
    'Name a key in `encryption.default_kms_key_name` (Google), or use `sse_algorithm = "aws:kms"` (AWS).',
  references: [
    {
      title: 'Google Cloud Storage: customer-managed encryption keys',
      url: 'https://cloud.google.com/storage/docs/encryption/customer-managed-keys',
    },
    {
      title: 'Amazon S3: server-side encryption with AWS KMS',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    },
  ],
  messages: {
    missing: 'The bucket has no key of yours.',
    provider: 'The bucket is encrypted with "{algorithm}", a key of the provider.',
  },
  fix: { none: 'The key has to be made first.' },
  looksAt: resources('google_storage_bucket', 'aws_s3_bucket_server_side_encryption_configuration'),
  *check(at): Iterable<Report> {
    if (typeOf(at) === 'google_storage_bucket') {
      const key = at.get('encryption');
      if (key.is === 'absent') yield { message: 'missing', span: key.anchor };
      return;
    }
    const algorithm = at.text(...defaults, 'sse_algorithm');
    if (algorithm.is !== 'known' || algorithm.value.startsWith('aws:kms')) return;
    yield { message: 'provider', data: { algorithm: algorithm.value }, span: algorithm.span };
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: 'resource "google_storage_bucket" «"m"» { # x\n  name = "m"\n}\n',
        message: 'missing',
      },
      { path: 'main.tf', text: byDefault('      sse_algorithm = «"AES256"» # x\n'), message: 'provider' },
    ],
    good: [
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  encryption {\n    default_kms_key_name = var.key\n  }\n'),
      },
      { path: 'main.tf', text: byDefault('      sse_algorithm = "aws:kms"\n') },
      { path: 'main.tf', text: byDefault('      sse_algorithm = "aws:kms:dsse"\n') },
      { path: 'main.tf', text: byDefault('      sse_algorithm = var.algorithm\n') },
      { path: 'main.tf', text: resource('aws_s3_bucket', '  bucket = "m"\n') },
    ],
  },
});
