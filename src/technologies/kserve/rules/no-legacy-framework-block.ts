import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { legacyFrameworks } from '../frameworks';
import { model, service } from '../example-text';

/** The webhook gives these the protocol V2, which the present form has to say itself. */
const spokeV2 = ['onnx', 'huggingface'];

export default defineRule({
  id: 'kserve/no-legacy-framework-block',
  catalogue: ['kserve-legacy-framework-block'],
  equivalents: [],
  severity: 'info',
  certainty: 'certain',
  summary: 'The predictor is written in the old style, with the framework as its key.',
  why: 'The webhook rewrites the block to `model`, so the file no longer says what runs: a later apply or diff shows changes nobody made. Only `model` can name a runtime and a version of the format.',
  remedy: 'Write `model` with `modelFormat.name`.',
  references: [
    {
      title: 'KServe 0.20: setPredictorModelDefaults',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/inference_service_defaults.go',
    },
  ],
  messages: { legacy: 'The block "{name}" is the old style of model with modelFormat.' },
  fix: 'review',
  migration: true,
  looksAt: [{ view: 'kserve/inference-service', path: ['spec', 'predictor'] }],
  *check(at): Iterable<Report> {
    if (at.has('model')) return;
    const blocks = legacyFrameworks.flatMap((name) => at.at(name) ?? []);
    for (const block of blocks) {
      const fix = blocks.length === 1 ? mend(at, block) : undefined;
      yield { message: 'legacy', data: { name: block.key }, span: block.anchor, fix };
    }
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service('«onnx»: { storageUri: gs://models/scorer/v3 }\n') },
      {
        path: 'isvc.yaml',
        text: service('«sklearn»: # small\n  storageUri: gs://models/scorer/v3\n'),
        fixed: service(
          'model: # small\n  storageUri: gs://models/scorer/v3\n  modelFormat:\n    name: sklearn\n',
        ),
      },
      {
        path: 'isvc.yaml',
        text: service('«onnx»: { storageUri: gs://models/scorer/v3, protocolVersion: v2 }\n'),
        fixed: service(
          'model: { storageUri: gs://models/scorer/v3, protocolVersion: v2, modelFormat: {name: onnx} }\n',
        ),
      },
      { path: 'isvc.yaml', text: service('«huggingface»: { storageUri: gs://models/scorer/v3 }\n') },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model()) },
      {
        path: 'isvc.yaml',
        text: service('containers: [{ name: kserve-container, image: "scorer:1.4.2" }]\n'),
      },
      { path: 'isvc.yaml', text: service(`sklearn: { storageUri: gs://models/scorer/v2 }\n${model()}`) },
    ],
  },
});

function mend(predictor: NodeView, block: NodeView): Report['fix'] {
  const silent = spokeV2.includes(block.key) && !block.has('protocolVersion');
  if (silent || block.has('modelFormat')) return undefined;
  const format = block.set(['modelFormat'], { name: block.key });
  return predictor.fix('review', 'Write the block as model', predictor.rename([block.key], 'model'), format);
}
