import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, notOn, propertiesOf } from '../resources';

const type = 'AWS::KMS::Key';

export default defineRule({
  id: 'aws/require-key-rotation',
  catalogue: ['tf-kms-no-rotation'],
  equivalents: ['checkov:CKV_AWS_7'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An encryption key is never rotated.',
  why: 'The longer one key is in use, the more data a leaked one opens.',
  remedy: 'Set `EnableKeyRotation: true`.',
  references: [
    {
      title: 'AWS KMS: rotating keys',
      url: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    },
  ],
  messages: { missing: 'The key is never rotated.', off: 'Rotation of the key is off.' },
  fix: 'review',
  looksAt: everyResource,
  *check(at): Iterable<Report> {
    const properties = propertiesOf(at, 'AWS::KMS::Key');
    if (!properties) return;
    // Only symmetric keys for encryption can rotate by themselves.
    const spec = properties.text('KeySpec');
    if (spec.is === 'absent' || known(spec) === 'SYMMETRIC_DEFAULT')
      yield* notOn(properties, 'EnableKeyRotation', 'Rotate the key');
  },
  examples: {
    bad: [
      {
        path,
        text: template(type, 'Description: k # x\n').replace('Properties', '«Properties»'),
        message: 'missing',
        fixed: template(type, 'Description: k # x\nEnableKeyRotation: true\n'),
      },
      {
        path,
        text: template(type, 'EnableKeyRotation: «false» # x\nKeySpec: SYMMETRIC_DEFAULT\n'),
        message: 'off',
        fixed: template(type, 'EnableKeyRotation: true # x\nKeySpec: SYMMETRIC_DEFAULT\n'),
      },
    ],
    good: [
      { path, text: template(type, 'EnableKeyRotation: true\n') },
      { path, text: template(type, 'EnableKeyRotation: !Ref Rotation\n') },
      { path, text: template(type, 'KeySpec: RSA_4096\n') },
      { path, text: template(type, 'KeySpec: !Ref Spec\n') },
      { path, text: template('AWS::KMS::Alias', 'AliasName: k\n') },
    ],
  },
});
