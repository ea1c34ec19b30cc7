import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { mode, service, serviceOf } from '../example-text';

export default defineRule({
  id: 'kserve/no-torchserve',
  catalogue: ['kserve-pytorch-torchserve'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'The model is served by TorchServe, which nobody maintains.',
  why: 'The repository of TorchServe was archived in August 2025: security holes in the server that faces your callers are not mended any more.',
  remedy: 'Serve PyTorch models with Triton, or models of the Hub with the Hugging Face runtime.',
  references: [{ title: 'TorchServe: limited maintenance', url: 'https://docs.pytorch.org/serve/' }],
  messages: { archived: 'TorchServe serves this model, and its project is archived.' },
  fix: { none: 'Another server needs the model in another form.' },
  looksAt: [
    { view: 'kserve/inference-service', path: ['spec', 'predictor'] },
    { view: 'kserve/inference-service', path: ['spec', 'canary', '*', 'predictor'] },
  ],
  *check(at): Iterable<Report> {
    const legacy = at.at('pytorch');
    if (legacy) yield { message: 'archived', span: legacy.anchor };
    const runtime = at.text('model', 'runtime');
    const format = at.text('model', 'modelFormat', 'name');
    if (runtime.is === 'known' && runtime.value === 'kserve-torchserve') {
      yield { message: 'archived', span: runtime.span };
    } else if (runtime.is === 'absent' && format.is === 'known' && format.value === 'pytorch') {
      const protocol = at.text('model', 'protocolVersion');
      // By V1 no other shipped runtime takes the format; by V2 the cluster's choice is not known.
      const byV1 = protocol.is === 'absent' || (protocol.is === 'known' && protocol.value === 'v1');
      if (byV1) yield { message: 'archived', span: format.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: serviceOf(
          'predictor: { name: v3, model: { modelFormat: { name: onnx } } }\ncanary: [{ trafficPercent: 10, predictor: { name: v4, «pytorch»: { storageUri: gs://models/net/v4 } } }]\n',
          mode('Standard'),
        ),
      },
      { path: 'isvc.yaml', text: service('«pytorch»: { storageUri: gs://models/net/v3 }\n') },
      {
        path: 'isvc.yaml',
        text: service(
          'model:\n  modelFormat: { name: «pytorch» } # CIFAR\n  storageUri: gs://models/net/v3\n',
        ),
      },
      {
        path: 'isvc.yaml',
        text: service(
          'model:\n  modelFormat: { name: «pytorch» }\n  protocolVersion: v1\n  storageUri: gs://models/net/v3\n',
        ),
      },
      {
        path: 'isvc.yaml',
        text: service(
          'model:\n  modelFormat: { name: pytorch }\n  runtime: «kserve-torchserve»\n  storageUri: gs://models/net/v3\n',
        ),
      },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: service(
          'model: { modelFormat: { name: pytorch }, runtime: kserve-tritonserver, protocolVersion: v2 }\n',
        ),
      },
      {
        path: 'isvc.yaml',
        text: service('model: { modelFormat: { name: pytorch }, protocolVersion: v2 }\n'),
      },
      { path: 'isvc.yaml', text: service('model: { modelFormat: { name: onnx } }\n') },
    ],
  },
});
