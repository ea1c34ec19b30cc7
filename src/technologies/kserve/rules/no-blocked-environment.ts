import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { model, service, serviceOf } from '../example-text';

const variable = 'env: [{ name: «PYTHONPATH», value: /mnt/models/lib }]';

export default defineRule({
  id: 'kserve/no-blocked-environment',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A container sets a variable that KServe does not allow.',
  why: 'Since KServe 0.20 the webhook refuses `PYTHONPATH`: with it whoever can write the model can make the server load code of his own.',
  remedy: 'Build an image that holds the modules.',
  references: [
    {
      title: 'KServe 0.20: blocked variables',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/validation/env_policy.go',
    },
  ],
  messages: { blocked: 'The webhook refuses the variable {name}.' },
  fix: { none: 'The modules have to come into the image first.' },
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    const containers = [
      at.at('model'),
      ...(at.at('containers')?.items() ?? []),
      ...(at.at('initContainers')?.items() ?? []),
    ];
    for (const entry of containers.flatMap((container) => container?.at('env')?.items() ?? [])) {
      const name = entry.text('name');
      if (name.is !== 'known' || name.value !== 'PYTHONPATH') continue;
      yield { message: 'blocked', data: { name: name.value }, span: name.span };
    }
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service(model('gs://models/scorer/v3', `${variable} # ours\n`)) },
      {
        path: 'isvc.yaml',
        text: service(`containers: [{ name: kserve-container, image: "scorer:1.4.2", ${variable} }]\n`),
      },
      {
        path: 'isvc.yaml',
        text: service(`${model()}initContainers: [{ name: warm, image: "warm:1.0.0", ${variable} }]\n`),
      },
      {
        path: 'isvc.yaml',
        text: serviceOf(
          `predictor: { model: { modelFormat: { name: onnx } } }\ntransformer: { containers: [{ name: a, image: "a:1.0", ${variable} }] }\n`,
        ),
      },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: service(model('gs://models/scorer/v3', 'env: [{ name: PYTHONUNBUFFERED, value: "1" }]\n')),
      },
      {
        path: 'isvc.yaml',
        text: service(model('gs://models/scorer/v3', 'env: [{ name: "${NAME}", value: "1" }]\n')),
      },
    ],
  },
});
