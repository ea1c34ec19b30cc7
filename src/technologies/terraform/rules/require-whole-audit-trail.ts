import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources } from '../resources';

const type = 'aws_cloudtrail';
const keys = ['is_multi_region_trail', 'enable_log_file_validation'];
const whole = keys.map((key) => `  ${key} = true\n`).join('');

export default defineRule({
  id: 'terraform/require-whole-audit-trail',
  catalogue: ['tf-no-audit-trail'],
  equivalents: ['checkov:CKV_AWS_36', 'checkov:CKV_AWS_67'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A trail of the cloud’s actions has gaps, or can be changed unnoticed.',
  why: 'What happens in another region is not recorded, and who deletes their traces is not found out.',
  remedy: 'Set `is_multi_region_trail` and `enable_log_file_validation` to `true`.',
  references: [
    {
      title: 'AWS CloudTrail: security best practices',
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
    },
  ],
  messages: {
    is_multi_region_trail: 'The trail records one region only.',
    enable_log_file_validation: 'Files of the trail can be changed unnoticed.',
  },
  fix: 'review',
  looksAt: resources('aws_cloudtrail'),
  *check(at): Iterable<Report> {
    for (const key of keys) {
      const value = at.boolean(key);
      if (value.is !== 'absent' && (value.is !== 'known' || value.value)) continue;
      const span = value.is === 'absent' ? value.anchor : value.span;
      yield { message: key, span, fix: at.fix('review', `Set ${key} to true`, at.set([key], true)) };
    }
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: `resource "${type}" «"t"» { # x\n  is_multi_region_trail = true\n}\n`,
        message: 'enable_log_file_validation',
        fixed: `resource "${type}" "t" { # x\n${whole}}\n`,
      },
      {
        path: 'main.tf',
        text: resource(type, whole.replace('true', '«false» # x')),
        message: 'is_multi_region_trail',
        fixed: resource(type, whole.replace('true', 'true # x')),
      },
    ],
    good: [
      { path: 'main.tf', text: resource(type, whole) },
      { path: 'main.tf', text: resource(type, whole.replaceAll('true', 'var.on')) },
      { path: 'main.tf', text: resource('aws_cloudwatch_log_group', '  name = "l"\n') },
    ],
  },
});
