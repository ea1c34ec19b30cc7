import { defineRule, known } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { resource } from '../example-modules';
import { resources, typeOf } from '../resources';

const days90InSeconds = 7_776_000;

export default defineRule({
  id: 'terraform/require-key-rotation',
  catalogue: ['tf-kms-no-rotation'],
  equivalents: ['checkov:CKV_GCP_43', 'checkov:CKV_AWS_7'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An encryption key is never rotated, or seldom.',
  why: 'The longer one key is in use, the more data a leaked one opens.',
  remedy: 'Set `enable_key_rotation = true` (AWS) or `rotation_period = "7776000s"`, 90 days (Google).',
  references: [
    {
      title: 'AWS KMS: rotating keys',
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    },
    { title: 'Cloud KMS: key rotation', url: 'https://cloud.google.com/kms/docs/key-rotation' },
  ],
  messages: {
    missing: 'The key is never rotated.',
    off: 'Rotation of the key is off.',
    seldom: 'The key is rotated only every {days} days.',
  },
  fix: 'review',
  looksAt: resources('aws_kms_key', 'google_kms_crypto_key'),
  *check(at): Iterable<Report> {
    // Only symmetric keys for encryption can rotate by themselves.
    if (typeOf(at) === 'aws_kms_key') {
      if ((known(at.text('customer_master_key_spec')) ?? 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT')
        yield* switchedOff(at);
    } else if (at.get('purpose').is === 'absent' || known(at.text('purpose')) === 'ENCRYPT_DECRYPT')
      yield* notInTime(at);
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: 'resource "aws_kms_key" «"k"» { # x\n  description = "k"\n}\n',
        message: 'missing',
        fixed: 'resource "aws_kms_key" "k" { # x\n  description = "k"\n  enable_key_rotation = true\n}\n',
      },
      {
        path: 'main.tf',
        text: resource('aws_kms_key', '  enable_key_rotation = «false» # x\n'),
        message: 'off',
        fixed: resource('aws_kms_key', '  enable_key_rotation = true # x\n'),
      },
      {
        path: 'main.tf',
        text: 'resource "google_kms_crypto_key" «"k"» {\n  purpose = "ENCRYPT_DECRYPT"\n}\n',
        message: 'missing',
        fixed:
          'resource "google_kms_crypto_key" "k" {\n  purpose = "ENCRYPT_DECRYPT"\n  rotation_period = "7776000s"\n}\n',
      },
      {
        path: 'main.tf',
        text: resource('google_kms_crypto_key', '  rotation_period = «"31536000s"» # year\n'),
        message: 'seldom',
        fixed: resource('google_kms_crypto_key', '  rotation_period = "7776000s" # year\n'),
      },
    ],
    good: [
      { path: 'main.tf', text: resource('aws_kms_key', '  enable_key_rotation = true\n') },
      { path: 'main.tf', text: resource('aws_kms_key', '  enable_key_rotation = var.rotation\n') },
      { path: 'main.tf', text: resource('aws_kms_key', '  customer_master_key_spec = "RSA_4096"\n') },
      { path: 'main.tf', text: resource('google_kms_crypto_key', '  rotation_period = "7776000s"\n') },
      { path: 'main.tf', text: resource('google_kms_crypto_key', '  rotation_period = var.period\n') },
      { path: 'main.tf', text: resource('google_kms_crypto_key', '  purpose = "ASYMMETRIC_SIGN"\n') },
    ],
  },
});

function* switchedOff(at: NodeView): Iterable<Report> {
  const rotation = at.boolean('enable_key_rotation');
  const fix = at.fix('review', 'Rotate the key', at.set(['enable_key_rotation'], true));
  if (rotation.is === 'absent') yield { message: 'missing', span: rotation.anchor, fix };
  if (rotation.is === 'known' && !rotation.value) yield { message: 'off', span: rotation.span, fix };
}

function* notInTime(at: NodeView): Iterable<Report> {
  const period = at.text('rotation_period');
  const fix = at.fix(
    'review',
    'Rotate the key every 90 days',
    at.set(['rotation_period'], `${days90InSeconds}s`),
  );
  if (period.is === 'absent') yield { message: 'missing', span: period.anchor, fix };
  const seconds = period.is === 'known' ? Number(/^(\d+)s$/.exec(period.value)?.[1]) : 0;
  if (period.is === 'known' && seconds > days90InSeconds)
    yield { message: 'seldom', data: { days: Math.round(seconds / 86_400) }, span: period.span, fix };
}
