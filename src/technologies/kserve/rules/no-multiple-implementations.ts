import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { legacyFrameworks } from '../frameworks';
import { mode, model, service, serviceOf } from '../example-text';

export default defineRule({
  id: 'kserve/no-multiple-implementations',
  catalogue: ['kserve-multiple-implementations'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A predictor says in two ways what it runs.',
  why: 'The webhook takes exactly one of `model`, a framework block and a container called `kserve-container`. Of a framework block beside `model` it makes the model and throws the other away, silently; every other pair it refuses.',
  remedy: 'Keep `model`, and name a container that helps it anything but `kserve-container`.',
  references: [
    {
      title: 'KServe 0.20: validateExactlyOneImplementation',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/predictor.go',
    },
  ],
  messages: {
    replaced: 'The webhook throws this model block away: "{first}" takes its place.',
    several: 'The predictor already runs "{first}"; the webhook refuses "{second}" beside it.',
  },
  fix: { none: 'Only the author knows which of them is meant.' },
  looksAt: [
    { view: 'kserve/inference-service', path: ['spec', 'predictor'] },
    { view: 'kserve/inference-service', path: ['spec', 'canary', '*', 'predictor'] },
  ],
  *check(at): Iterable<Report> {
    const found = implementationsOf(at);
    const [first, second] = found;
    if (!first || !second) return;
    const lost = at.path.includes('canary') ? undefined : modelReplaced(found);
    if (lost) {
      yield {
        message: 'replaced',
        data: { first: lost.by },
        span: lost.model.anchor,
        severity: 'warning',
      };
      return;
    }
    const related = [{ message: `"${first.name}" stands here.`, span: first.node.anchor }];
    yield {
      message: 'several',
      data: { first: first.name, second: second.name },
      span: second.node.anchor,
      related,
    };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(
          `containers: [{ name: kserve-container, image: "scorer:1.4.2" }]\n${model().replace('model:', '«model»:')}`,
        ),
        message: 'several',
      },
      {
        path: 'isvc.yaml',
        text: service(
          `sklearn: { storageUri: gs://models/scorer/v2 }\n${model().replace('model:', '«model»:')}containers: [{ name: kserve-container, image: "scorer:1.4.2" }]\n`,
        ),
        message: 'several',
      },
      {
        path: 'isvc.yaml',
        text: service(
          `sklearn: { storageUri: gs://models/scorer/v2 }\n${model().replace('model:', '«model»:')}`,
        ),
        message: 'replaced',
        severity: 'warning',
      },
      {
        path: 'isvc.yaml',
        text: service(
          `${model().replace('model:', '«model»:')}onnx: { storageUri: gs://models/scorer/v2 }\n`,
        ),
        message: 'replaced',
        severity: 'warning',
      },
      {
        path: 'isvc.yaml',
        text: service(
          `${model()}containers:\n  - «name»: kserve-container # ours\n    image: scorer:1.4.2\n`,
        ),
        message: 'several',
      },
      {
        path: 'isvc.yaml',
        text: service(
          'xgboost: { storageUri: gs://models/scorer/v2 }\n«lightgbm»: { storageUri: gs://models/scorer/v3 }\n',
        ),
        message: 'several',
      },
      {
        path: 'isvc.yaml',
        text: serviceOf(
          'predictor: { name: v3, model: { modelFormat: { name: onnx } } }\ncanary: [{ trafficPercent: 10, predictor: { name: v4, onnx: { storageUri: gs://m/v4 }, «model»: { name: "", modelFormat: { name: onnx } } } }]\n',
          mode('Standard'),
        ),
        message: 'several',
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(model()) },
      {
        path: 'isvc.yaml',
        text: service(`${model()}containers:\n  - name: transformer-container\n    image: clean:1.0.2\n`),
      },
      {
        path: 'isvc.yaml',
        text: service(
          'containers: [{ name: kserve-container, image: "scorer:1.4.2" }, { name: proxy, image: "proxy:1.0.0" }]\n',
        ),
      },
      { path: 'isvc.yaml', text: service('sklearn: { storageUri: gs://models/scorer/v2 }\nmodel:\n') },
    ],
  },
});

interface Implementation {
  readonly name: string;
  readonly node: NodeView;
}

/** The `model` block that the one framework block beside it replaces. */
function modelReplaced([first, second, third]: readonly Implementation[]):
  { model: NodeView; by: string } | undefined {
  if (!first || !second || third || [first.name, second.name].includes('kserve-container')) return undefined;
  if (first.name === 'model') return { model: first.node, by: second.name };
  return second.name === 'model' ? { model: second.node, by: first.name } : undefined;
}

/** What the predictor runs, in the order of the text; a key without a value counts for nothing. */
function implementationsOf(predictor: NodeView): readonly Implementation[] {
  const blocks: readonly string[] = ['model', ...legacyFrameworks];
  return predictor.entries().flatMap((entry) => {
    if (blocks.includes(entry.key))
      return entry.node?.type === 'map' ? [{ name: entry.key, node: entry }] : [];
    if (entry.key !== 'containers') return [];
    const own = entry.items().find((item) => isNamed(item, 'kserve-container'));
    return own ? [{ name: 'kserve-container', node: own }] : [];
  });
}

function isNamed(container: NodeView, wanted: string): boolean {
  const name = container.text('name');
  return name.is === 'known' && name.value === wanted;
}
