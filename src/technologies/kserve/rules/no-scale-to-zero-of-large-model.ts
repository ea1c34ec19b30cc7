import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { isDeployedAs } from '../deployment-mode';
import { legacyFrameworks } from '../frameworks';
import { mode, model, service } from '../example-text';

const slowFormats = ['huggingface', 'vLLM', 'triton'];
const gpu = 'resources:\n  limits: { nvidia.com/gpu: "1" }\n';

export default defineRule({
  id: 'kserve/no-scale-to-zero-of-large-model',
  catalogue: ['kserve-scale-to-zero-large-model'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A large model is scaled to zero and has to be loaded for the first caller.',
  why: 'After scaling to zero the next request waits for a node with a GPU, the download of the model and its loading: minutes, in which callers time out and retry.',
  remedy: 'Keep one replica with `minReplicas: 1`, at least at the hours of traffic.',
  references: [
    {
      title: 'KServe: autoscaling and scale to zero',
      url: 'https://kserve.github.io/website/docs/model-serving/predictive-inference/autoscaling/kpa-autoscaler',
    },
  ],
  messages: { zero: 'The first caller after minReplicas 0 waits until {what} is loaded.' },
  fix: 'review',
  looksAt: [{ view: 'kserve/component', path: [] }],
  *check(at): Iterable<Report> {
    const least = at.number('minReplicas');
    // In Standard mode another rule tells that zero means one.
    if (least.is !== 'known' || least.value !== 0 || (at.outer && isDeployedAs(at.outer, 'Standard'))) return;
    const what = largeThing(at);
    if (what === undefined) return;
    const fix = at.fix('review', 'Set minReplicas to 1', at.set(['minReplicas'], 1));
    yield { message: 'zero', data: { what }, span: least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service('minReplicas: «0»\nhuggingface: { args: [--model_name=chat] }\n'),
        fixed: service('minReplicas: 1\nhuggingface: { args: [--model_name=chat] }\n'),
      },
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: «0» # saves money\n${model('gs://models/scorer/v3', gpu)}`),
        fixed: service(`minReplicas: 1 # saves money\n${model('gs://models/scorer/v3', gpu)}`),
      },
      {
        path: 'isvc.yaml',
        text: service(
          `minReplicas: «0»\nmodel: { modelFormat: { name: vLLM }, storageUri: gs://models/chat/v1 }\n`,
          mode('Knative'),
        ),
        fixed: service(
          `minReplicas: 1\nmodel: { modelFormat: { name: vLLM }, storageUri: gs://models/chat/v1 }\n`,
          mode('Knative'),
        ),
      },
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: «0»\n${model('hf://org/model:v1')}`),
        fixed: service(`minReplicas: 1\n${model('hf://org/model:v1')}`),
      },
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: «0»\ntriton: { storageUri: gs://models/scorer/v3 }\n`),
        fixed: service(`minReplicas: 1\ntriton: { storageUri: gs://models/scorer/v3 }\n`),
      },
      {
        path: 'isvc.yaml',
        text: service(
          `minReplicas: «0»\ncontainers: [{ name: kserve-container, image: "scorer:1.0", resources: { limits: { amd.com/gpu: 1 } } }]\n`,
        ),
        fixed: service(
          `minReplicas: 1\ncontainers: [{ name: kserve-container, image: "scorer:1.0", resources: { limits: { amd.com/gpu: 1 } } }]\n`,
        ),
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`minReplicas: 1\n${model('gs://models/scorer/v3', gpu)}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: 0\n${model()}`) },
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: 0\n${model('gs://models/scorer/v3', gpu)}`, mode('Standard')),
      },
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: 0\n${model('gs://models/scorer/v3', gpu.replace('"1"', '"0"'))}`),
      },
      { path: 'isvc.yaml', text: service(model('gs://models/scorer/v3', gpu)) },
    ],
  },
});

function largeThing(component: NodeView): string | undefined {
  const blocks = ['model', ...legacyFrameworks].flatMap((key) => component.at(key) ?? []);
  for (const block of blocks) {
    const format = block.key === 'model' ? block.text('modelFormat', 'name') : undefined;
    const name = format === undefined ? block.key : format.is === 'known' ? format.value : '';
    if (slowFormats.includes(name)) return `a ${name} model`;
    const uri = block.text('storageUri');
    if (uri.is === 'known' && uri.value.startsWith('hf://')) return `"${uri.value}"`;
  }
  const containers = [...blocks, ...(component.at('containers')?.items() ?? [])];
  return containers.some(hasGpu) ? 'the model on its GPU' : undefined;
}

function hasGpu(container: NodeView): boolean {
  return ['nvidia.com/gpu', 'amd.com/gpu'].some((resource) => {
    const count = container.number('resources', 'limits', resource);
    return count.is === 'known' && count.value > 0;
  });
}
