import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { languageModel } from '../example-text';

const service = (lines: string): string => languageModel(`model: { uri: hf://org/chat:v1 }\n${lines}`);
const worker = 'worker: { containers: [{ name: main, image: "vllm:0.11.0" }] }\n';

export default defineRule({
  id: 'kserve/no-invalid-llm-parallelism',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The parallelism of a language model is one that the webhook refuses.',
  why: 'A model is split by layers (`pipeline`) or copied (`data` with `dataLocal`), not both; workers without either have nothing to do.',
  remedy: 'Set `pipeline`, or `data` and `dataLocal` together; with `worker` one of the two is needed.',
  references: [
    {
      title: 'KServe 0.20: validateWorkloadParallelism',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha2/llm_inference_service_validation.go',
    },
  ],
  messages: {
    both: 'The webhook refuses pipeline parallelism together with data parallelism.',
    half: 'The webhook refuses {given} without {missing}.',
    worker: 'The webhook refuses workers without data or pipeline parallelism.',
  },
  fix: { none: 'How the model is spread is known to the author.' },
  looksAt: [{ view: 'kserve/llm-workload', path: [] }],
  *check(at): Iterable<Report> {
    const [pipeline, data, dataLocal] = ['pipeline', 'data', 'dataLocal'].map((key) =>
      at.at('parallelism', key),
    );
    if (pipeline && (data ?? dataLocal)) yield { message: 'both', span: pipeline.anchor };
    yield* halfOf(at, data, 'dataLocal');
    yield* halfOf(at, dataLocal, 'data');
    const workers = at.at('worker');
    const isIdle = at.get('parallelism').is === 'absent' || isEmpty(at, pipeline, data, dataLocal);
    if (workers && isIdle) yield { message: 'worker', span: workers.anchor };
  },
  examples: {
    bad: [
      {
        path: 'llm.yaml',
        text: service('parallelism: { «pipeline»: 2, data: 2, dataLocal: 1 }\n'),
        message: 'both',
      },
      { path: 'llm.yaml', text: service('parallelism: { «data»: 2, tensor: 4 } # two\n'), message: 'half' },
      { path: 'llm.yaml', text: service('prefill: { parallelism: { «dataLocal»: 1 } }\n'), message: 'half' },
      { path: 'llm.yaml', text: service(worker.replace('worker', '«worker»')), message: 'worker' },
      {
        path: 'llm.yaml',
        text: service(`parallelism: { tensor: 4 }\n${worker.replace('worker', '«worker»')}`),
        message: 'worker',
      },
    ],
    good: [
      { path: 'llm.yaml', text: service(`parallelism: { pipeline: 2 }\n${worker}`) },
      { path: 'llm.yaml', text: service(`parallelism: { data: 2, dataLocal: 1 }\n${worker}`) },
      { path: 'llm.yaml', text: service('parallelism: { tensor: 4 }\n') },
      { path: 'llm.yaml', text: service(`parallelism: \${PARALLELISM}\n${worker}`) },
    ],
  },
});

function* halfOf(at: NodeView, given: NodeView | undefined, missing: string): Iterable<Report> {
  if (!given || at.get('parallelism', missing).is !== 'absent') return;
  yield { message: 'half', data: { given: given.key, missing }, span: given.anchor };
}

function isEmpty(at: NodeView, ...sizes: readonly (NodeView | undefined)[]): boolean {
  return at.at('parallelism')?.node?.type === 'map' && sizes.every((size) => size === undefined);
}
