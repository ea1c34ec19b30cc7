import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources } from '../resources';

const key = 'uniform_bucket_level_access';

export default defineRule({
  id: 'terraform/require-uniform-bucket-access',
  catalogue: ['tf-bucket-no-uniform-access'],
  equivalents: ['checkov:CKV_GCP_29'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Objects of a bucket may have access lists of their own.',
  why: 'A single object with an access list of its own is public while the policy of the bucket says that it is not.',
  remedy: 'Set `uniform_bucket_level_access = true`.',
  references: [
    {
      title: 'Google Cloud Storage: uniform bucket-level access',
      url: 'https://cloud.google.com/storage/docs/uniform-bucket-level-access',
    },
  ],
  messages: {
    missing: 'Objects of the bucket may have access lists of their own.',
    off: 'Uniform access is off, so objects may have access lists of their own.',
  },
  fix: 'review',
  looksAt: resources('google_storage_bucket'),
  *check(at): Iterable<Report> {
    const value = at.boolean(key);
    const fix = at.fix('review', 'Use uniform access', at.set([key], true));
    if (value.is === 'absent') yield { message: 'missing', span: value.anchor, fix };
    if (value.is === 'known' && !value.value) yield { message: 'off', span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: 'resource "google_storage_bucket" «"m"» { # x\n  name = "m"\n}\n',
        message: 'missing',
        fixed:
          'resource "google_storage_bucket" "m" { # x\n  name = "m"\n  uniform_bucket_level_access = true\n}\n',
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', `  ${key} = «false» # x\n`),
        message: 'off',
        fixed: resource('google_storage_bucket', `  ${key} = true # x\n`),
      },
    ],
    good: [
      { path: 'main.tf', text: resource('google_storage_bucket', `  ${key} = true\n`) },
      { path: 'main.tf', text: resource('google_storage_bucket', `  ${key} = var.uniform\n`) },
      { path: 'main.tf', text: resource('google_storage_bucket_object', '  name = "m"\n') },
    ],
  },
});
