import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { languageModel, model, service } from '../example-text';

const counts = ['minReplicas', 'maxReplicas', 'containerConcurrency'];
const sizes = ['pipeline', 'data', 'dataLocal'];
const chat = (lines: string): string => languageModel(`model: { uri: hf://org/chat:v1 }\n${lines}`);

export default defineRule({
  id: 'kserve/no-invalid-count',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A number of replicas, requests or parts of a model is below what the webhook takes.',
  why: 'The webhook refuses the service: replicas and concurrent requests are never negative, and a model is split into at least one part.',
  remedy: 'Set the least number or more, or remove the key.',
  references: [
    {
      title: 'KServe 0.20: validateReplicas, validateContainerConcurrency',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/component.go',
    },
    {
      title: 'KServe 0.20: validateWorkloadParallelism',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1alpha2/llm_inference_service_validation.go',
    },
  ],
  messages: { low: 'The webhook refuses {key} {value}; the least is {least}.' },
  fix: { none: 'Only the author knows the right number.' },
  looksAt: [
    { view: 'kserve/component', path: [] },
    { view: 'kserve/llm-workload', path: ['parallelism'] },
  ],
  *check(at): Iterable<Report> {
    const isWorkload = at.context.view.id === 'kserve/llm-workload';
    for (const key of isWorkload ? sizes : counts) yield* tooLow(at, key, isWorkload ? 1 : 0);
  },
  examples: {
    bad: [
      { path: 'isvc.yaml', text: service(`minReplicas: «-1»\n${model()}`) },
      { path: 'isvc.yaml', text: service(`maxReplicas: «-2» # none\n${model()}`) },
      { path: 'isvc.yaml', text: service(`containerConcurrency: «-1»\n${model()}`) },
      { path: 'llm.yaml', text: chat('parallelism: { pipeline: «0» }\n') },
      { path: 'llm.yaml', text: chat('parallelism: { data: 2, dataLocal: «0» }\n') },
    ],
    good: [
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: 0\nmaxReplicas: 0\ncontainerConcurrency: 0\n${model()}`),
      },
      { path: 'isvc.yaml', text: service(`minReplicas: \${REPLICAS}\n${model()}`) },
      { path: 'llm.yaml', text: chat('parallelism: { data: 1, dataLocal: 1 }\n') },
    ],
  },
});

function* tooLow(at: NodeView, key: string, least: number): Iterable<Report> {
  const value = at.number(key);
  if (value.is === 'known' && value.value < least)
    yield { message: 'low', data: { key, value: value.value, least }, span: value.span };
}
