import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { bucketOutsideTerraform, pathsOf } from '../buckets';
import { configConnectorBucket, uniformAccess } from '../documentation';
import { bucketJson, connector, terraform } from '../example-text';

export default defineRule({
  id: 'gcs/require-uniform-access',
  catalogue: ['gcs-acl-not-uniform'],
  equivalents: ['checkov:CKV_GCP_29'],
  severity: 'warning',
  certainty: 'certain',
  environment: 'authentication',
  summary: 'Access to single objects of a bucket can be granted past IAM.',
  why: 'An object may be public by its own list while the policy of the bucket says nothing of it: whoever reviews access misses it.',
  remedy: 'Switch uniform bucket-level access on.',
  references: [uniformAccess, configConnectorBucket],
  messages: {
    missing: 'Uniform bucket-level access is not on.',
    off: 'Uniform bucket-level access is off.',
  },
  fix: 'review',
  looksAt: bucketOutsideTerraform,
  *check(at): Iterable<Report> {
    const paths = pathsOf(at);
    if (!paths) return;
    const value = at.boolean(...paths.uniform);
    const fix = at.fix('review', 'Switch uniform access on', at.set(paths.uniform, true));
    if (value.is === 'absent') yield { message: 'missing', span: value.anchor, fix };
    if (value.is === 'known' && !value.value) yield { message: 'off', span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'b.yaml',
        message: 'off',
        text: connector('d', '  uniformBucketLevelAccess: «false» # x\n'),
        fixed: connector('d', '  uniformBucketLevelAccess: true # x\n'),
      },
      {
        path: 'b.yaml',
        message: 'missing',
        text: connector('d', '').replace('spec:', '«spec»:'),
        fixed: connector('d', '  uniformBucketLevelAccess: true\n'),
      },
      {
        path: 'b.json',
        message: 'off',
        text: bucketJson('d', ', "iamConfiguration": {"uniformBucketLevelAccess": {"enabled": «false»}}'),
        fixed: bucketJson('d', ', "iamConfiguration": {"uniformBucketLevelAccess": {"enabled": true}}'),
      },
    ],
    good: [
      { path: 'b.tf', text: terraform('d', '') },
      { path: 'b.yaml', text: connector('d', '  uniformBucketLevelAccess: ${UNIFORM}\n') },
      { path: 'b.yaml', text: connector('d', '  uniformBucketLevelAccess: true\n') },
      {
        path: 'b.json',
        text: bucketJson('d', ', "iamConfiguration": {"uniformBucketLevelAccess": {"enabled": true}}'),
      },
    ],
  },
});
