import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources } from '../resources';

const type = 'aws_sagemaker_notebook_instance';
const closed =
  '  direct_internet_access = "Disabled"\n  root_access = "Disabled"\n  kms_key_id = aws_kms_key.k.arn\n';
const switches = [
  { key: 'direct_internet_access', message: 'internet', title: 'Disable direct internet access' },
  { key: 'root_access', message: 'root', title: 'Disable root access' },
] as const;

export default defineRule({
  id: 'terraform/no-exposed-notebook',
  catalogue: ['tf-sagemaker-notebook-exposed'],
  equivalents: ['checkov:CKV_AWS_122', 'checkov:CKV_AWS_307', 'checkov:CKV_AWS_22', 'checkov:CKV_AWS_187'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A SageMaker notebook has root, the open internet, or no encryption key.',
  why: 'A notebook has credentials for training data; a package that it loads can send both away.',
  remedy: 'Set `direct_internet_access` and `root_access` to `"Disabled"`, and name a `kms_key_id`.',
  references: [
    {
      title: 'SageMaker: connect a notebook instance to resources in a VPC',
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
    },
    {
      title: 'SageMaker: root access to a notebook instance',
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
    },
  ],
  messages: {
    internet: 'The notebook reaches the internet directly.',
    root: 'Users of the notebook are root.',
    key: 'The volume of the notebook has no encryption key of yours.',
  },
  fix: 'review',
  looksAt: resources('aws_sagemaker_notebook_instance'),
  *check(at): Iterable<Report> {
    for (const { key, message, title } of switches) {
      const value = at.text(key);
      // Both are enabled unless said otherwise.
      if (value.is !== 'absent' && (value.is !== 'known' || value.value === 'Disabled')) continue;
      const span = value.is === 'absent' ? value.anchor : value.span;
      yield { message, span, fix: at.fix('review', title, at.set([key], 'Disabled')) };
    }
    const key = at.get('kms_key_id');
    if (key.is === 'absent') yield { message: 'key', span: key.anchor };
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: resource(type, closed.replace('"Disabled"', '«"Enabled"» # x')),
        message: 'internet',
        fixed: resource(type, closed.replace('"Disabled"', '"Disabled" # x')),
      },
      {
        path: 'main.tf',
        text: `resource "${type}" «"n"» {\n${closed.replace('  root_access = "Disabled"\n', '')}}\n`,
        message: 'root',
        fixed: `resource "${type}" "n" {\n${closed.replace('  root_access = "Disabled"\n', '')}  root_access = "Disabled"\n}\n`,
      },
      {
        path: 'main.tf',
        text: `resource "${type}" «"n"» {\n${closed.replace(/ {2}kms.*\n/, '')}}\n`,
        message: 'key',
      },
    ],
    good: [
      { path: 'main.tf', text: resource(type, closed) },
      { path: 'main.tf', text: resource(type, closed.replaceAll('"Disabled"', 'var.access')) },
      { path: 'main.tf', text: resource('aws_instance', '  ami = "a"\n') },
    ],
  },
});
