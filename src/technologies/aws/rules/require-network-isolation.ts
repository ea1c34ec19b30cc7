import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { path, template } from '../example-templates';
import { everyResource, notOn, propertiesOf } from '../resources';

const type = 'AWS::SageMaker::Model';

export default defineRule({
  id: 'aws/require-network-isolation',
  catalogue: ['tf-sagemaker-no-network-isolation'],
  equivalents: ['checkov:CKV_AWS_370'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The container of a SageMaker model may call out.',
  why: 'A model file can hold code; with a network it can send requests, and the credentials of its role, away.',
  remedy: 'Set `EnableNetworkIsolation: true` where the model needs no network.',
  references: [
    {
      title: 'CloudFormation: AWS::SageMaker::Model',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sagemaker-model.html',
    },
  ],
  messages: {
    missing: 'The container of the model may call out.',
    off: 'Network isolation is off, so the container of the model may call out.',
  },
  fix: 'review',
  looksAt: everyResource,
  *check(at): Iterable<Report> {
    const properties = propertiesOf(at, 'AWS::SageMaker::Model');
    if (properties) yield* notOn(properties, 'EnableNetworkIsolation', 'Isolate the network');
  },
  examples: {
    bad: [
      {
        path,
        text: template(type, 'ModelName: m # x\n').replace('Properties', '«Properties»'),
        message: 'missing',
        fixed: template(type, 'ModelName: m # x\nEnableNetworkIsolation: true\n'),
      },
      {
        path,
        text: template(type, 'EnableNetworkIsolation: «false» # x\n'),
        message: 'off',
        fixed: template(type, 'EnableNetworkIsolation: true # x\n'),
      },
    ],
    good: [
      { path, text: template(type, 'EnableNetworkIsolation: true\n') },
      { path, text: template(type, 'EnableNetworkIsolation: !Ref Isolated\n') },
      { path, text: template('AWS::SageMaker::Endpoint', 'EndpointName: e\n') },
    ],
  },
});
