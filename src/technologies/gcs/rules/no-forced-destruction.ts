import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { bucketName, dataBuckets, isBucketLike } from '../buckets';
import { configConnectorBucket, terraformBucket } from '../documentation';
import { connector, terraform } from '../example-text';

const annotation = 'cnrm.cloud.google.com/force-destroy';
const annotated = (name: string, value: string): string =>
  connector(name, '').replace(
    `name: ${name}\n`,
    `name: ${name}\n  annotations:\n    ${annotation}: ${value}\n`,
  );

export default defineRule({
  id: 'gcs/no-forced-destruction',
  catalogue: ['gcs-force-destroy-data'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A bucket of training data is deleted with all that is in it.',
  why: 'A renamed resource or a careless `terraform destroy` deletes every object without asking; without the setting the bucket would stay because it is not empty.',
  remedy: 'Delete the setting, or write `force_destroy = false`.',
  references: [terraformBucket, configConnectorBucket],
  options: { buckets: dataBuckets },
  messages: { forced: 'Bucket "{bucket}" is deleted even while it holds objects.' },
  fix: 'review',
  looksAt: [
    { view: 'gcs/terraform-bucket', path: [] },
    { view: 'gcs/config-connector-bucket', path: [] },
  ],
  *check(at, { options }): Iterable<Report> {
    const path = at.has('force_destroy') ? ['force_destroy'] : ['metadata', 'annotations', annotation];
    const forced = at.text(...path);
    if (forced.is !== 'known' || forced.value !== 'true' || !isBucketLike(at, options.list('buckets')))
      return;
    const off = path.length === 1 ? false : 'false';
    const fix = at.fix('review', 'Keep a bucket that holds objects', at.set(path, off));
    yield { message: 'forced', data: { bucket: bucketName(at) ?? '' }, span: forced.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'b.tf',
        text: terraform('acme-feedback', '  force_destroy = «true» # demo\n'),
        fixed: terraform('acme-feedback', '  force_destroy = false # demo\n'),
      },
      {
        path: 'b.yaml',
        text: annotated('training-data', '«"true"»'),
        fixed: annotated('training-data', '"false"'),
      },
    ],
    good: [
      { path: 'b.tf', text: terraform('acme-feedback', '  force_destroy = false\n') },
      { path: 'b.tf', text: terraform('acme-feedback', '  force_destroy = var.demo\n') },
      { path: 'b.tf', text: terraform('acme-demo', '  force_destroy = true\n') },
      { path: 'b.yaml', text: annotated('training-data', '"false"') },
      { path: 'b.yaml', text: annotated('web', '"true"') },
    ],
  },
});
