import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { resource } from '../example-modules';
import { resources, typeOf } from '../resources';

const flags = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];
const everyone = ['allUsers', 'allAuthenticatedUsers'];
const members = [
  'google_storage_bucket_iam_member',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_access_control',
];

export default defineRule({
  id: 'terraform/no-public-bucket',
  catalogue: ['tf-model-bucket-public'],
  equivalents: [
    'checkov:CKV_GCP_28',
    'checkov:CKV_GCP_114',
    'checkov:CKV_AWS_53',
    'checkov:CKV_AWS_54',
    'checkov:CKV_AWS_55',
    'checkov:CKV_AWS_56',
    'checkov:CKV_AWS_375',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A bucket is public, or nothing keeps it from becoming so.',
  why: 'Models and training data in a public bucket are copied by whoever finds its name.',
  remedy:
    'Set `public_access_prevention = "enforced"` (Google) and all four flags of the public access block (AWS); name accounts instead of everyone.',
  references: [
    {
      title: 'Google Cloud Storage: public access prevention',
      url: 'https://cloud.google.com/storage/docs/public-access-prevention',
    },
    {
      title: 'Amazon S3: blocking public access',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
  ],
  messages: {
    everyone: '"{member}" may use the bucket, which is everybody.',
    acl: 'The access list "{acl}" makes the bucket public.',
    prevention: 'Nothing keeps the bucket from being made public.',
    inherited: 'Public access is "{value}" instead of prevented.',
    flag: '"{flag}" of the public access block is not on.',
  },
  fix: 'review',
  looksAt: resources(
    ...members,
    'google_storage_bucket',
    'aws_s3_bucket_acl',
    'aws_s3_bucket',
    'aws_s3_bucket_public_access_block',
  ),
  *check(at): Iterable<Report> {
    const type = typeOf(at);
    if (members.includes(type)) yield* publicMember(at);
    else if (type === 'google_storage_bucket') yield* notPrevented(at);
    else if (type === 'aws_s3_bucket_public_access_block') yield* openFlags(at);
    else yield* publicAcl(at);
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: resource('google_storage_bucket_iam_member', '  member = «"allUsers"» # demo\n'),
        message: 'everyone',
      },
      {
        path: 'main.tf',
        text: resource(
          'google_storage_bucket_iam_binding',
          '  members = ["user:a@b.c", «"allAuthenticatedUsers"», "user:d@b.c"]\n',
        ),
        message: 'everyone',
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket_access_control', '  entity = «"allUsers"»\n'),
        message: 'everyone',
      },
      {
        path: 'main.tf',
        text: 'resource "google_storage_bucket" «"m"» { # theirs\n  name = "m"\n}\n',
        message: 'prevention',
        fixed:
          'resource "google_storage_bucket" "m" { # theirs\n  name = "m"\n  public_access_prevention = "enforced"\n}\n',
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  public_access_prevention = «"inherited"» # default\n'),
        message: 'inherited',
        fixed: resource('google_storage_bucket', '  public_access_prevention = "enforced" # default\n'),
      },
      {
        path: 'main.tf',
        text: resource('aws_s3_bucket_acl', '  acl = «"public-read"» # demo\n'),
        message: 'acl',
        fixed: resource('aws_s3_bucket_acl', '  acl = "private" # demo\n'),
      },
      {
        path: 'main.tf',
        text: resource('aws_s3_bucket', '  acl = «"public-read-write"»\n'),
        message: 'acl',
        fixed: resource('aws_s3_bucket', '  acl = "private"\n'),
      },
      ...flags.map((flag) => ({
        path: 'main.tf',
        text: resource('aws_s3_bucket_public_access_block', lines(flag, '«false» # x')),
        message: 'flag',
        fixed: resource('aws_s3_bucket_public_access_block', lines(flag, 'true # x')),
      })),
      {
        path: 'main.tf',
        text: 'resource "aws_s3_bucket_public_access_block" «"m"» {\n  block_public_acls = true\n  block_public_policy = true\n  ignore_public_acls = true\n}\n',
        message: 'flag',
        fixed:
          'resource "aws_s3_bucket_public_access_block" "m" {\n  block_public_acls = true\n  block_public_policy = true\n  ignore_public_acls = true\n  restrict_public_buckets = true\n}\n',
      },
    ],
    good: [
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  public_access_prevention = "enforced"\n'),
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket', '  public_access_prevention = var.access\n'),
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket_iam_member', '  member = "serviceAccount:a@b.c"\n'),
      },
      {
        path: 'main.tf',
        text: resource('google_storage_bucket_iam_binding', '  members = ["user:allUsers@b.c"]\n'),
      },
      { path: 'main.tf', text: resource('aws_s3_bucket_acl', '  acl = "private"\n') },
      { path: 'main.tf', text: resource('aws_s3_bucket', '  bucket = "m"\n') },
      { path: 'main.tf', text: resource('aws_s3_bucket_public_access_block', lines('other', 'true')) },
      { path: 'main.tf', text: resource('google_project_iam_member', '  member = "allUsers"\n') },
    ],
  },
});

/** All four flags on, but that one as given. */
function lines(changed: string, value: string): string {
  return flags.map((flag) => `  ${flag} = ${flag === changed ? value : 'true'}\n`).join('');
}

function* publicMember(at: NodeView): Iterable<Report> {
  for (const value of [at.at('member'), at.at('entity'), ...(at.at('members')?.items() ?? [])]) {
    const member = value?.text();
    if (member?.is === 'known' && everyone.includes(member.value))
      yield { message: 'everyone', data: { member: member.value }, span: member.span };
  }
}

function* notPrevented(at: NodeView): Iterable<Report> {
  const prevention = at.text('public_access_prevention');
  const fix = at.fix('review', 'Prevent public access', at.set(['public_access_prevention'], 'enforced'));
  if (prevention.is === 'absent') yield { message: 'prevention', span: prevention.anchor, fix };
  if (prevention.is === 'known' && prevention.value !== 'enforced')
    yield { message: 'inherited', data: { value: prevention.value }, span: prevention.span, fix };
}

function* publicAcl(at: NodeView): Iterable<Report> {
  const acl = at.text('acl');
  if (acl.is !== 'known' || !acl.value.startsWith('public-read')) return;
  const fix = at.fix('review', 'Make the bucket private', at.set(['acl'], 'private'));
  yield { message: 'acl', data: { acl: acl.value }, span: acl.span, fix };
}

function* openFlags(at: NodeView): Iterable<Report> {
  for (const flag of flags) {
    const value = at.boolean(flag);
    const isOff = value.is === 'absent' || (value.is === 'known' && !value.value);
    if (!isOff) continue;
    const fix = at.fix('review', `Set ${flag} to true`, at.set([flag], true));
    const span = value.is === 'absent' ? value.anchor : value.span;
    yield { message: 'flag', data: { flag }, span, fix };
  }
}
