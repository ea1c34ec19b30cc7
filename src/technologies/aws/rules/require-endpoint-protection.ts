import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, propertiesOf } from '../resources';

const type = 'AWS::SageMaker::EndpointConfig';

export default defineRule({
  id: 'aws/require-endpoint-protection',
  catalogue: ['tf-sagemaker-endpoint-no-kms'],
  equivalents: ['checkov:CKV_AWS_98'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A SageMaker endpoint has no encryption key, or captures no data.',
  why: 'Without a key its volumes are encrypted by nothing that you control; without captured data nobody sees drift or can explain a prediction.',
  remedy: 'Set `KmsKeyId`, and add a `DataCaptureConfig`.',
  references: [
    {
      title: 'CloudFormation: AWS::SageMaker::EndpointConfig',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-endpointconfig.html',
    },
  ],
  messages: {
    key: 'The endpoint has no encryption key of yours.',
    capture: 'The endpoint captures no data, so drift is not seen.',
  },
  fix: { none: 'The key and the bucket have to be chosen.' },
  looksAt: everyResource,
  *check(at): Iterable<Report> {
    const properties = propertiesOf(at, 'AWS::SageMaker::EndpointConfig');
    const key = properties?.get('KmsKeyId');
    if (key?.is === 'absent') yield { message: 'key', span: key.anchor };
    const capture = properties?.get('DataCaptureConfig');
    if (capture?.is === 'absent') yield { message: 'capture', span: capture.anchor, severity: 'info' };
  },
  examples: {
    bad: [
      {
        path,
        text: template(type, 'DataCaptureConfig: {}\n').replace('Properties:', '«Properties»: # x'),
        message: 'key',
      },
      {
        path,
        text: template(type, 'KmsKeyId: !Ref Key\n').replace('Properties', '«Properties»'),
        message: 'capture',
        severity: 'info',
      },
    ],
    good: [
      { path, text: template(type, 'KmsKeyId: !Ref Key\nDataCaptureConfig: {}\n') },
      { path, text: template('AWS::SageMaker::Endpoint', 'EndpointName: e\n') },
    ],
  },
});
