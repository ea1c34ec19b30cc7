import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-modules';
import { resources } from '../resources';

const type = 'aws_sagemaker_model';
const key = 'enable_network_isolation';

export default defineRule({
  id: 'terraform/require-network-isolation',
  catalogue: ['tf-sagemaker-no-network-isolation'],
  equivalents: ['checkov:CKV_AWS_370'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The container of a SageMaker model may call out.',
  why: 'A model file can hold code; with a network it can send requests, and the credentials of its role, away.',
  remedy: 'Set `enable_network_isolation = true` where the model needs no network.',
  references: [
    {
      title: 'SageMaker: run containers in internet-free mode',
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
    },
  ],
  messages: {
    missing: 'The container of the model may call out.',
    off: 'Network isolation is off, so the container of the model may call out.',
  },
  fix: 'review',
  looksAt: resources('aws_sagemaker_model'),
  *check(at): Iterable<Report> {
    const value = at.boolean(key);
    const fix = at.fix('review', 'Isolate the network', at.set([key], true));
    if (value.is === 'absent') yield { message: 'missing', span: value.anchor, fix };
    if (value.is === 'known' && !value.value) yield { message: 'off', span: value.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'main.tf',
        text: `resource "${type}" «"m"» { # x\n  name = "m"\n}\n`,
        message: 'missing',
        fixed: `resource "${type}" "m" { # x\n  name = "m"\n  ${key} = true\n}\n`,
      },
      {
        path: 'main.tf',
        text: resource(type, `  ${key} = «false» # x\n`),
        message: 'off',
        fixed: resource(type, `  ${key} = true # x\n`),
      },
    ],
    good: [
      { path: 'main.tf', text: resource(type, `  ${key} = true\n`) },
      { path: 'main.tf', text: resource(type, `  ${key} = var.isolated\n`) },
      { path: 'main.tf', text: resource('aws_sagemaker_endpoint', '  name = "m"\n') },
    ],
  },
});
