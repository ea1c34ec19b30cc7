import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources } from '../resources';

const type = 'aws_sagemaker_endpoint_configuration';

export default defineRule({
  id: 'terraform/require-endpoint-protection',
  catalogue: ['tf-sagemaker-endpoint-no-kms'],
  equivalents: ['checkov:CKV_AWS_98'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A SageMaker endpoint has no encryption key, or captures no data.',
  why: 'Without a key its volumes are encrypted by nothing that you control; without captured data nobody sees drift or can explain a prediction.',
  remedy: 'Set `kms_key_arn`, and add a `data_capture_config`.',
  references: [
    {
      title: 'SageMaker: encrypt output data and storage volumes',
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html',
    },
    {
      title: 'SageMaker: capture data from an endpoint',
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture.html',
    },
  ],
  messages: {
    key: 'The endpoint has no encryption key of yours.',
    capture: 'The endpoint captures no data, so drift is not seen.',
  },
  fix: { none: 'The key and the bucket have to be chosen.' },
  looksAt: resources('aws_sagemaker_endpoint_configuration'),
  *check(at): Iterable<Report> {
    const key = at.get('kms_key_arn');
    if (key.is === 'absent') yield { message: 'key', span: key.anchor };
    const capture = at.get('data_capture_config');
    if (capture.is === 'absent') yield { message: 'capture', span: capture.anchor, severity: 'info' };
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: `resource "${type}" «"e"» { # x\n  data_capture_config {}\n}\n`,
        message: 'key',
      },
      {
        path: 'main.tf',
        text: `resource "${type}" «"e"» { # x\n  kms_key_arn = aws_kms_key.k.arn\n}\n`,
        message: 'capture',
        severity: 'info',
      },
    ],
    good: [
      { path: 'main.tf', text: resource(type, '  kms_key_arn = var.key\n  data_capture_config {}\n') },
      { path: 'main.tf', text: resource('aws_sagemaker_endpoint', '  name = "e"\n') },
    ],
  },
});
