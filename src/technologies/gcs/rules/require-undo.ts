import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { bucketName, dataBuckets, everyBucket, isBucketLike, pathsOf } from '../buckets';
import { softDelete, versioning } from '../documentation';
import { bucketJson, connector, terraform } from '../example-text';

const off = '  soft_delete_policy {\n    retention_duration_seconds = «0» # cost\n  }\n';
const plain = off.replace(/[«»]/g, '');

export default defineRule({
  id: 'gcs/require-undo',
  catalogue: ['gcs-dataset-no-protection'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'What is deleted from a bucket of training data is gone at once.',
  why: 'Soft delete is off and there are neither versions nor a retention policy: one wrong script, and no model can be trained again as it was.',
  remedy: 'Leave soft delete on (7 days is the default), or switch versioning on.',
  references: [softDelete, versioning],
  options: { buckets: dataBuckets },
  messages: { gone: 'What is deleted from "{bucket}" cannot be had back.' },
  fix: 'review',
  looksAt: everyBucket,
  *check(at, { options }): Iterable<Report> {
    const paths = pathsOf(at);
    if (!paths || !isBucketLike(at, options.list('buckets'))) return;
    const seconds = at.number(...paths.softDelete);
    if (seconds.is !== 'known' || seconds.value !== 0 || at.has(...paths.retention)) return;
    const versions = at.boolean(...paths.versioning);
    if (versions.is === 'unknown' || known(versions) === true) return;
    const fix = at.fix('review', 'Keep deleted objects for 7 days', at.set(paths.softDelete, 604800));
    yield { message: 'gone', data: { bucket: bucketName(at) ?? '' }, span: seconds.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'b.tf',
        text: terraform('acme-labels', off),
        fixed: terraform('acme-labels', plain.replace('= 0', '= 604800')),
      },
      {
        path: 'b.yaml',
        text: connector(
          'labels',
          '  softDeletePolicy:\n    retentionDurationSeconds: «0»\n  versioning: { enabled: false }\n',
        ),
        fixed: connector(
          'labels',
          '  softDeletePolicy:\n    retentionDurationSeconds: 604800\n  versioning: { enabled: false }\n',
        ),
      },
      {
        path: 'b.json',
        text: bucketJson('labels', ', "softDeletePolicy": {"retentionDurationSeconds": «0»}'),
        fixed: bucketJson('labels', ', "softDeletePolicy": {"retentionDurationSeconds": 604800}'),
      },
    ],
    good: [
      { path: 'b.tf', text: terraform('acme-labels', plain.replace('= 0', '= 604800')) },
      { path: 'b.tf', text: terraform('acme-labels', plain.replace('= 0', '= var.keep')) },
      { path: 'b.tf', text: terraform('acme-tmp', plain) },
      { path: 'b.tf', text: terraform('acme-labels', `${plain}  versioning {\n    enabled = true\n  }\n`) },
      { path: 'b.tf', text: terraform('acme-labels', `${plain}  versioning {\n    enabled = var.on\n  }\n`) },
      {
        path: 'b.tf',
        text: terraform('acme-labels', `${plain}  retention_policy {\n    retention_period = 9\n  }\n`),
      },
      { path: 'b.tf', text: terraform('acme-labels', '') },
    ],
  },
});
