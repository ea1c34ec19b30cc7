import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, propertiesOf, statementsOf } from '../resources';

const type = 'AWS::S3::BucketPolicy';
const deny =
  '{ Effect: Deny, Principal: "*", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } }';
const allow = '{ Effect: Allow, Principal: { AWS: a }, Action: "s3:GetObject" }';
const policy = (...statements: readonly string[]): string =>
  template(type, `PolicyDocument:\n  Statement: [${statements.join(', ')}]\n`);
const inTerraform = (condition: string): string =>
  `resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({\n    «Statement» = [{ Effect = "Deny", Condition = { Bool = { "aws:SecureTransport" = "${condition}" } } }] # x\n  })\n}\n`;

export default defineRule({
  id: 'aws/require-secure-transport',
  catalogue: ['tf-bucket-http-allowed'],
  equivalents: ['checkov:CKV_AWS_379'],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'The policy of a bucket does not refuse unencrypted requests.',
  why: 'A client with an `http` address sends data and models where others on the way can read and change them.',
  remedy: 'Add a statement that denies everything where `aws:SecureTransport` is `false`.',
  references: [
    {
      title: 'Amazon S3: enforce encryption of data in transit',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    },
  ],
  messages: { plain: 'The policy of the bucket does not refuse unencrypted requests.' },
  fix: { none: 'The statement needs the address of the bucket.' },
  looksAt: [
    ...everyResource,
    { view: 'terraform/module', path: ['resource', 'aws_s3_bucket_policy', '*', 'policy'] },
  ],
  *check(at): Iterable<Report> {
    const isTemplate = at.context.view.id === 'aws/template';
    const document = isTemplate ? propertiesOf(at, 'AWS::S3::BucketPolicy')?.at('PolicyDocument') : at;
    const statement = document?.at('Statement');
    if (!document || statement?.node?.type === 'scalar' || !statement) return;
    if (!statementsOf(document).some(mayRefusePlain)) yield { message: 'plain', span: statement.anchor };
  },
  examples: {
    bad: [
      { path, text: policy(allow).replace('Statement', '«Statement»') },
      { path, text: policy(deny.replace('Deny', 'Allow')).replace('Statement', '«Statement»') },
      { path, text: policy(deny.replace('"false"', '"true"')).replace('Statement', '«Statement»') },
      { path: 'main.tf', text: inTerraform('true') },
    ],
    good: [
      { path, text: policy(allow, deny) },
      { path, text: policy(deny.replace('"false"', 'false')) },
      { path, text: policy(allow, '!Ref Secure') },
      { path, text: policy(allow).replace(type, 'AWS::SQS::QueuePolicy') },
      { path, text: template(type, 'PolicyDocument:\n  Statement: !Ref Statements\n') },
      { path, text: template(type, 'PolicyDocument: !Ref Policy\n') },
      { path, text: policy(deny.replace('"false"', '!Ref Plain')) },
      { path: 'main.tf', text: inTerraform('false').replace(/[«»]/g, '') },
    ],
  },
});

function mayRefusePlain(statement: NodeView): boolean {
  if (statement.node?.type !== 'map') return true;
  if (known(statement.text('Effect')) === 'Allow') return false;
  const secure = statement.text('Condition', 'Bool', 'aws:SecureTransport');
  return secure.is === 'unknown' || known(secure) === 'false';
}
