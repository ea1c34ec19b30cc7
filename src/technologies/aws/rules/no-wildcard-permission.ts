import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { path, template } from '../example-templates';
import { statementsOf, textsOf } from '../resources';

const broad = ['*', 'sagemaker:*', 's3:*', 'bedrock:*', 'kms:*', 'iam:*'];
const role = (statement: string): string =>
  template('AWS::IAM::Policy', `PolicyDocument:\n  Statement: [{ ${statement} }]\n`);

export default defineRule({
  id: 'aws/no-wildcard-permission',
  catalogue: ['iam-ml-wildcard'],
  equivalents: ['checkov:CKV_AWS_63'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A policy allows every action of a service.',
  why: 'Whoever takes over a training job or a served model may then delete its data, change its models and read its keys.',
  remedy:
    'List the actions that the job needs, such as `s3:GetObject`, on the resources that it needs them for.',
  references: [
    {
      title: 'AWS IAM: grant least privilege',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    },
  ],
  messages: { every: 'The policy allows every action: "{action}".' },
  fix: { none: 'Which actions are needed is known to the author.' },
  looksAt: [{ view: 'aws/policy', path: [] }],
  *check(at): Iterable<Report> {
    for (const statement of statementsOf(at)) {
      // The policy of a key names its owner, who must be able to do everything with it.
      if (known(statement.text('Effect')) !== 'Allow' || statement.has('Principal')) continue;
      for (const item of textsOf(statement, 'Action')) {
        const action = item.text();
        if (action.is === 'known' && broad.includes(action.value.toLowerCase()))
          yield { message: 'every', data: { action: action.value }, span: action.span };
      }
    }
  },
  examples: {
    bad: [
      { path, text: role('Effect: Allow, Action: «"*"», Resource: "*"') },
      { path, text: role('Effect: Allow, Action: ["s3:GetObject", «"sagemaker:*"», "s3:PutObject"]') },
      {
        path,
        text: template(
          'AWS::IAM::Role',
          'Policies:\n  - PolicyName: p\n    PolicyDocument: { Statement: { Effect: Allow, Action: «"S3:*"» } }\n',
        ),
      },
      ...['*', 'sagemaker:*', 's3:*', 'bedrock:*', 'kms:*', 'iam:*'].map((action) => ({
        path: 'policy.json',
        text: `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": [«"${action}"»], "Resource": "*"}]}\n`,
      })),
      {
        path: 'main.tf',
        text: 'resource "aws_iam_role_policy" "p" {\n  policy = jsonencode({\n    Statement = [{ Effect = "Allow", Action = «"sagemaker:*"», Resource = aws_s3_bucket.b.arn }]\n  })\n}\n',
      },
    ],
    good: [
      { path, text: role('Effect: Allow, Action: "s3:GetObject"') },
      { path, text: role('Effect: Deny, Action: "s3:*"') },
      { path, text: role('Effect: Allow, Action: !Ref Action') },
      {
        path,
        text: template('AWS::IAM::Policy', 'PolicyDocument:\n  Statement: !Ref Statements\n'),
      },
      { path, text: role('Effect: Allow, Action: "kms:*", Principal: { AWS: a }') },
      { path: 'other.json', text: '{"Statement": [{"Effect": "Allow", "Action": "*"}]}\n' },
    ],
  },
});
