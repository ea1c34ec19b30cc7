import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { bucketName, dataBuckets, isBucketLike } from '../buckets';
import { lifecyclePage } from '../documentation';
import { connector, lifecycle, rule, terraform } from '../example-text';
import { actionType, ageOf, isScoped } from '../lifecycle';

const harmless = /(?:^|[/._-])(?:te?mp|staging|scratch|cache|logs?|trash)(?=[/._-]|$)/i;

export default defineRule({
  id: 'gcs/no-unscoped-deletion',
  catalogue: ['gcs-lifecycle-delete-unscoped'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A lifecycle deletes every object of a certain age.',
  why: 'Training data, labels and checkpoints go with the rest when they reach that age; no model can then be trained again as it was.',
  remedy: 'Limit the rule to what may go: `"matchesPrefix": ["tmp/"]`.',
  references: [lifecyclePage],
  options: { buckets: dataBuckets },
  messages: {
    data: 'Everything in bucket "{bucket}" is deleted after {age} days.',
    any: 'Every object is deleted after {age} days, whatever its name.',
  },
  fix: { none: 'What may be deleted is not in the file.' },
  looksAt: [{ view: 'gcs/lifecycle-rule', path: [] }],
  *check(at, { options, path }): Iterable<Report> {
    const age = ageOf(at);
    if (actionType(at) !== 'Delete' || age?.is !== 'known' || age.value === 0 || isScoped(at)) return;
    const bucket = bucketName(at);
    const data = { age: age.value, bucket: bucket ?? '' };
    if (isBucketLike(at, options.list('buckets'))) yield { message: 'data', data, span: age.span };
    else if (!harmless.test(bucket ?? path)) yield { message: 'any', data, span: age.span, severity: 'info' };
  },
  examples: {
    bad: [
      {
        path: 'bucket.tf',
        message: 'data',
        text: terraform(
          'acme-training',
          '  lifecycle_rule {\n    action { type = "Delete" }\n    condition { age = «30» }\n  }\n',
        ),
      },
      {
        path: 'bucket.yaml',
        message: 'data',
        text: connector(
          'feedback-tmp',
          '  lifecycleRule:\n    - action: { type: Delete }\n      condition: { age: «7», withState: ANY }\n',
        ),
      },
      {
        path: 'lifecycle.json',
        message: 'any',
        severity: 'info',
        text: lifecycle(rule('"type": "Delete"', '"age": «365» ')),
      },
    ],
    good: [
      {
        path: 'lifecycle.json',
        text: lifecycle(rule('"type": "Delete"', '"age": 30, "matchesPrefix": ["tmp/"]')),
      },
      { path: 'lifecycle.json', text: lifecycle(rule('"type": "Delete"', '"age": 30, "isLive": false')) },
      { path: 'lifecycle.json', text: lifecycle(rule('"type": "Delete"', '"age": "${AGE}"')) },
      { path: 'lifecycle.json', text: lifecycle(rule('"type": "Delete"', '"age": 0')) },
      { path: 'staging/lifecycle.json', text: lifecycle(rule('"type": "Delete"', '"age": 30')) },
      {
        path: 'lifecycle.json',
        text: lifecycle(rule('"type": "AbortIncompleteMultipartUpload"', '"age": 1')),
      },
      {
        path: 'bucket.tf',
        text: terraform(
          'acme-tmp',
          '  lifecycle_rule {\n    action { type = "Delete" }\n    condition { age = 30 }\n  }\n',
        ),
      },
      {
        path: 'bucket.yaml',
        text: connector(
          'feedback',
          '  lifecycleRule:\n    - action: { type: Delete }\n      condition: { age: 7, withState: ARCHIVED }\n',
        ),
      },
    ],
  },
});
