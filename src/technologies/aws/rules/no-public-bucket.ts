import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, propertiesOf, statementsOf } from '../resources';

const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
const type = 'AWS::S3::Bucket';
const policyType = 'AWS::S3::BucketPolicy';
const policy = (statement: string): string =>
  template(policyType, `PolicyDocument:\n  Statement: [{ ${statement} }]\n`);

export default defineRule({
  id: 'aws/no-public-bucket',
  catalogue: ['tf-model-bucket-public'],
  equivalents: [
    'checkov:CKV_AWS_20',
    'checkov:CKV_AWS_53',
    'checkov:CKV_AWS_54',
    'checkov:CKV_AWS_55',
    'checkov:CKV_AWS_56',
    'checkov:CKV_AWS_70',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A bucket is public, or what keeps it private is switched off.',
  why: 'Models and training data in a public bucket are copied by whoever finds its name.',
  remedy:
    'Switch all four flags of `PublicAccessBlockConfiguration` on, and name accounts instead of everyone.',
  references: [
    {
      title: 'Amazon S3: blocking public access',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
  ],
  messages: {
    acl: 'The access list "{acl}" makes the bucket public.',
    flag: '"{flag}" is switched off, so the bucket may be public.',
    everyone: 'The policy of the bucket allows everybody.',
  },
  fix: 'review',
  looksAt: everyResource,
  *check(at): Iterable<Report> {
    const bucket = propertiesOf(at, 'AWS::S3::Bucket');
    if (bucket) yield* openBucket(bucket);
    const document = propertiesOf(at, 'AWS::S3::BucketPolicy')?.at('PolicyDocument');
    for (const statement of document ? statementsOf(document) : []) yield* forEveryone(statement);
  },
  examples: {
    bad: [
      {
        path,
        text: template(type, 'AccessControl: «PublicRead» # x\n'),
        message: 'acl',
        fixed: template(type, 'AccessControl: Private # x\n'),
      },
      {
        path,
        text: template(type, 'AccessControl: «PublicReadWrite»\n'),
        message: 'acl',
        fixed: template(type, 'AccessControl: Private\n'),
      },
      ...['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map(
        (flag) => ({
          path,
          text: template(type, `PublicAccessBlockConfiguration:\n  ${flag}: «false» # x\n`),
          message: 'flag',
          fixed: template(type, `PublicAccessBlockConfiguration:\n  ${flag}: true # x\n`),
        }),
      ),
      { path, text: policy('Effect: Allow, Principal: «"*"», Action: "s3:GetObject"'), message: 'everyone' },
      {
        path,
        text: policy('Effect: Allow, Principal: { AWS: «"*"» }, Action: "s3:GetObject"'),
        message: 'everyone',
      },
    ],
    good: [
      { path, text: template(type, 'BucketName: m\nAccessControl: Private\n') },
      { path, text: template(type, 'PublicAccessBlockConfiguration:\n  BlockPublicAcls: true\n') },
      { path, text: template(type, 'PublicAccessBlockConfiguration:\n  BlockPublicAcls: !Ref Block\n') },
      { path, text: policy('Effect: Deny, Principal: "*", Action: "s3:*"') },
      { path, text: policy('Effect: Allow, Principal: "*", Condition: { StringEquals: { a: b } }') },
      { path, text: policy('Effect: Allow, Principal: { AWS: "arn:aws:iam::1:root" }') },
    ],
  },
});

function* openBucket(bucket: NodeView): Iterable<Report> {
  const acl = bucket.text('AccessControl');
  if (acl.is === 'known' && acl.value.startsWith('PublicRead')) {
    const fix = bucket.fix('review', 'Make the bucket private', bucket.set(['AccessControl'], 'Private'));
    yield { message: 'acl', data: { acl: acl.value }, span: acl.span, fix };
  }
  for (const flag of flags) {
    const place = ['PublicAccessBlockConfiguration', flag];
    const value = bucket.boolean(...place);
    if (value.is !== 'known' || value.value) continue;
    const fix = bucket.fix('review', `Set ${flag} to true`, bucket.set(place, true));
    yield { message: 'flag', data: { flag }, span: value.span, fix };
  }
}

function* forEveryone(statement: NodeView): Iterable<Report> {
  if (known(statement.text('Effect')) !== 'Allow' || statement.has('Condition')) return;
  for (const path of [['Principal'], ['Principal', 'AWS']]) {
    const principal = statement.text(...path);
    if (principal.is === 'known' && principal.value === '*')
      yield { message: 'everyone', span: principal.span };
  }
}
