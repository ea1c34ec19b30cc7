import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, propertiesOf } from '../resources';

const type = 'AWS::S3::Bucket';

export default defineRule({
  id: 'aws/require-bucket-versioning',
  catalogue: ['tf-bucket-no-versioning'],
  equivalents: ['checkov:CKV_AWS_21'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A bucket of models keeps no earlier versions.',
  why: 'A model that is overwritten or deleted by mistake is gone: nothing can be rolled back to it, and no decision of it can be explained.',
  remedy: 'Set `VersioningConfiguration: { Status: Enabled }`.',
  references: [
    {
      title: 'Amazon S3: versioning',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    },
  ],
  messages: {
    missing: 'The bucket of models keeps no earlier versions.',
    off: 'Versioning of the bucket of models is off.',
  },
  fix: 'review',
  looksAt: everyResource,
  *check(at): Iterable<Report> {
    const bucket = propertiesOf(at, 'AWS::S3::Bucket');
    const name = `${at.key} ${(bucket && known(bucket.text('BucketName'))) ?? ''}`;
    if (!bucket || !/model|artifact|mlflow|registry|checkpoint/i.test(name)) return;
    const place = ['VersioningConfiguration', 'Status'];
    const status = bucket.text(...place);
    const fix = bucket.fix('review', 'Switch versioning on', bucket.set(place, 'Enabled'));
    if (status.is === 'absent') yield { message: 'missing', span: status.anchor, fix };
    if (status.is === 'known' && status.value !== 'Enabled') yield { message: 'off', span: status.span, fix };
  },
  examples: {
    bad: [
      {
        path,
        text: template(type, 'BucketName: acme-Models # x\n').replace('Properties', '«Properties»'),
        message: 'missing',
        fixed: template(type, 'BucketName: acme-Models # x\nVersioningConfiguration:\n  Status: Enabled\n'),
      },
      {
        path,
        text: template(type, 'VersioningConfiguration:\n  Status: «Suspended» # x\n').replace(
          'It:',
          'Artifacts:',
        ),
        message: 'off',
        fixed: template(type, 'VersioningConfiguration:\n  Status: Enabled # x\n').replace(
          'It:',
          'Artifacts:',
        ),
      },
    ],
    good: [
      { path, text: template(type, 'BucketName: models\nVersioningConfiguration:\n  Status: Enabled\n') },
      { path, text: template(type, 'BucketName: models\nVersioningConfiguration:\n  Status: !Ref On\n') },
      { path, text: template(type, 'BucketName: logs\n') },
      { path, text: template('AWS::S3::AccessPoint', 'Name: models\n') },
    ],
  },
});
