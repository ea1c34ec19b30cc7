import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { bucketOutsideTerraform, pathsOf } from '../buckets';
import { publicAccessPrevention, configConnectorBucket } from '../documentation';
import { bucketJson, connector, terraform } from '../example-text';

export default defineRule({
  id: 'gcs/require-public-access-prevention',
  catalogue: ['gcs-no-public-access-prevention'],
  equivalents: ['checkov:CKV_GCP_114'],
  severity: 'warning',
  certainty: 'likely',
  environment: 'authentication',
  summary: 'Nothing keeps a bucket from being made public.',
  why: 'One careless grant to `allUsers` then puts training data and models on the internet, unless the organisation forbids it.',
  remedy: 'Set public access prevention to `enforced`.',
  references: [publicAccessPrevention, configConnectorBucket],
  messages: {
    missing: 'Public access prevention is not enforced on this bucket.',
    inherited: 'Public access prevention is "{value}", not enforced.',
  },
  fix: 'review',
  looksAt: bucketOutsideTerraform,
  *check(at): Iterable<Report> {
    const paths = pathsOf(at);
    if (!paths || at.has(...paths.website)) return;
    const value = at.text(...paths.prevention);
    const fix = at.fix('review', 'Enforce public access prevention', at.set(paths.prevention, 'enforced'));
    if (value.is === 'absent') yield { message: 'missing', span: value.anchor, fix };
    if (value.is !== 'known' || value.value === 'enforced') return;
    yield { message: 'inherited', data: { value: value.value }, span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'b.yaml',
        message: 'inherited',
        text: connector('d', '  publicAccessPrevention: «inherited» # x\n'),
        fixed: connector('d', '  publicAccessPrevention: enforced # x\n'),
      },
      {
        path: 'b.yaml',
        message: 'missing',
        text: connector('d', '').replace('spec:', '«spec»:'),
        fixed: connector('d', '  publicAccessPrevention: enforced\n'),
      },
      {
        path: 'b.json',
        message: 'inherited',
        text: bucketJson('d', ', "iamConfiguration": {"publicAccessPrevention": «"unspecified"»}'),
        fixed: bucketJson('d', ', "iamConfiguration": {"publicAccessPrevention": "enforced"}'),
      },
    ],
    good: [
      { path: 'b.tf', text: terraform('d', '') },
      { path: 'b.yaml', text: connector('d', '  publicAccessPrevention: ${PREVENTION}\n') },
      { path: 'b.yaml', text: connector('d', '  website: { mainPageSuffix: index.html }\n') },
      { path: 'b.yaml', text: connector('d', '  publicAccessPrevention: enforced\n') },
      {
        path: 'b.json',
        text: bucketJson('d', ', "iamConfiguration": {"publicAccessPrevention": "enforced"}'),
      },
      { path: 'b.json', text: bucketJson('d', ', "website": {}') },
    ],
  },
});
