import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { azureFile, deployment } from '../example-files';

const environments: readonly (readonly [kind: string, path: readonly string[]])[] = [
  ['environment', ['image']],
  ['deployment', ['environment', 'image']],
  ['command-job', ['environment', 'image']],
  ['sweep-job', ['trial', 'environment', 'image']],
];

export default defineRule({
  id: 'azureml/no-latest-image',
  catalogue: ['azureml-env-image-latest'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The image of an environment has no version.',
  why: 'The environment is built again from whatever the tag names then: the same job trains with other libraries, and a deployment that scales out mixes them.',
  remedy: 'Name a tag such as `:20260801.v1`, or better a digest.',
  references: [
    {
      title: 'Azure ML: environment YAML',
      url: 'https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-environment?view=azureml-api-2',
    },
  ],
  messages: { moving: 'Image "{image}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: environments.map(([kind, path]) => ({ view: `azureml/${kind}`, path })),
  *check(at): Iterable<Report> {
    const text = at.text();
    const image = text.is === 'known' ? parseImage(text.value) : undefined;
    if (text.is === 'known' && image && isMoving(image))
      yield { message: 'moving', data: { image: text.value }, span: text.span };
  },
  examples: {
    bad: [
      azureFile('environment', 'image: «mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest» # base\n'),
      deployment('environment:\n  image: «docker.io/acme/serve»\n'),
      azureFile('commandJob', 'environment: {image: «acme/train»}\n'),
      azureFile('sweepJob', 'trial: {environment: {image: «acme/train»}}\n'),
    ],
    good: [
      azureFile('environment', 'image: mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20260801.v1\n'),
      azureFile('environment', 'image: "${IMAGE}"\n'),
      deployment('environment: azureml:serve:3\n'),
    ],
  },
});
