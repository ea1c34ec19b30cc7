import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, propertiesOf } from '../resources';

const type = 'AWS::SageMaker::NotebookInstance';
const closed = 'DirectInternetAccess: Disabled\nRootAccess: Disabled\nKmsKeyId: !Ref Key\n';
const switches = [
  { key: 'DirectInternetAccess', message: 'internet', title: 'Disable direct internet access' },
  { key: 'RootAccess', message: 'root', title: 'Disable root access' },
] as const;

export default defineRule({
  id: 'aws/no-exposed-notebook',
  catalogue: ['tf-sagemaker-notebook-exposed'],
  equivalents: ['checkov:CKV_AWS_122', 'checkov:CKV_AWS_307', 'checkov:CKV_AWS_187'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A SageMaker notebook has root, the open internet, or no encryption key.',
  why: 'A notebook has credentials for training data; a package that it loads can send both away.',
  remedy: 'Set `DirectInternetAccess` and `RootAccess` to `Disabled`, and name a `KmsKeyId`.',
  references: [
    {
      title: 'CloudFormation: AWS::SageMaker::NotebookInstance',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-notebookinstance.html',
    },
  ],
  messages: {
    internet: 'The notebook reaches the internet directly.',
    root: 'Users of the notebook are root.',
    key: 'The volume of the notebook has no encryption key of yours.',
  },
  fix: 'review',
  looksAt: everyResource,
  *check(at): Iterable<Report> {
    const properties = propertiesOf(at, 'AWS::SageMaker::NotebookInstance');
    if (!properties) return;
    for (const { key, message, title } of switches) {
      const value = properties.text(key);
      // Both are enabled unless said otherwise.
      if (value.is !== 'absent' && (value.is !== 'known' || value.value === 'Disabled')) continue;
      const span = value.is === 'absent' ? value.anchor : value.span;
      yield { message, span, fix: properties.fix('review', title, properties.set([key], 'Disabled')) };
    }
    const key = properties.get('KmsKeyId');
    if (key.is === 'absent') yield { message: 'key', span: key.anchor };
  },
  examples: {
    bad: [
      {
        path,
        text: template(type, closed.replace('Disabled', '«Enabled» # x')),
        message: 'internet',
        fixed: template(type, closed.replace('Disabled', 'Disabled # x')),
      },
      {
        path,
        text: template(type, closed.replace('RootAccess: Disabled\n', ''))
          .replace('Prop', '«Prop')
          .replace('ies:', 'ies»:'),
        message: 'root',
        fixed: template(type, `${closed.replace('RootAccess: Disabled\n', '')}RootAccess: Disabled\n`),
      },
      {
        path,
        text: template(type, closed.replace(/Kms.*\n/, '')).replace('Properties', '«Properties»'),
        message: 'key',
      },
    ],
    good: [
      { path, text: template(type, closed) },
      { path, text: template(type, closed.replaceAll('Disabled', '!Ref Access')) },
      { path, text: template('AWS::EC2::Instance', 'ImageId: a\n') },
    ],
  },
});
