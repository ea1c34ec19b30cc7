import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { everyBucket, isBucketLike, namePlace, pathsOf, temporaryBuckets } from '../buckets';
import { softDelete } from '../documentation';
import { connector, terraform } from '../example-text';

const policy = (seconds: string): string =>
  `  soft_delete_policy {\n    retention_duration_seconds = ${seconds}\n  }\n`;

export default defineRule({
  id: 'gcs/no-soft-delete-on-temporary',
  catalogue: ['gcs-temp-soft-delete'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A bucket for temporary files keeps what is deleted.',
  why: 'Soft delete keeps every deleted object for seven days at full price; Dataflow deletes its temporary files all the time, and Beam itself warns of it.',
  remedy: 'Set the duration of soft delete to 0 for this bucket.',
  references: [
    softDelete,
    {
      title: 'Beam: warning on soft delete in pipeline_options.py',
      url: 'https://github.com/apache/beam/blob/master/sdks/python/apache_beam/options/pipeline_options.py',
    },
  ],
  options: { buckets: temporaryBuckets },
  messages: {
    default: 'Deleted temporary files are kept for 7 days, the default.',
    kept: 'Deleted temporary files are kept for {seconds} seconds.',
  },
  fix: 'review',
  looksAt: everyBucket,
  *check(at, { options }): Iterable<Report> {
    const paths = pathsOf(at);
    const name = namePlace(at);
    if (!paths || !name || !isBucketLike(at, options.list('buckets'))) return;
    const seconds = at.number(...paths.softDelete);
    if (seconds.is === 'absent') {
      const isWhole = at.context.view.id !== 'gcs/terraform-bucket';
      const edits = isWhole ? at.set(paths.softDelete, 0) : undefined;
      yield { message: 'default', span: name.span, fix: at.fix('review', 'Switch soft delete off', edits) };
    }
    if (seconds.is !== 'known' || seconds.value === 0) return;
    const fix = at.fix('review', 'Switch soft delete off', at.set(paths.softDelete, 0));
    yield { message: 'kept', data: { seconds: seconds.value }, span: seconds.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'b.tf',
        message: 'default',
        text: terraform('acme-staging', '').replace('"acme-staging"', '«"acme-staging"»'),
      },
      {
        path: 'b.tf',
        message: 'kept',
        text: terraform('acme-tmp', policy('«604800» # week')),
        fixed: terraform('acme-tmp', policy('0 # week')),
      },
      {
        path: 'b.yaml',
        message: 'default',
        text: connector('temp-files', '').replace('name: temp-files', 'name: «temp-files»'),
        fixed: connector('temp-files', '  softDeletePolicy:\n    retentionDurationSeconds: 0\n'),
      },
    ],
    good: [
      { path: 'b.tf', text: terraform('acme-tmp', policy('0')) },
      { path: 'b.tf', text: terraform('acme-tmp', policy('var.seconds')) },
      { path: 'b.tf', text: terraform('acme-training', '') },
      { path: 'b.yaml', text: connector('template-store', '') },
    ],
  },
});
