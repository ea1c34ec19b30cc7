import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { gpuEntries } from '../gpu-resources';

const pod = (resources: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: train }\nspec:\n  containers:\n    - name: train\n      image: train:1.4.2\n      resources:\n${resources}`;
const service = (resources: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec:\n  predictor:\n    model:\n      modelFormat: { name: triton }\n      resources: ${resources}\n`;

export default defineRule({
  id: 'kubernetes/no-gpu-request-without-limit',
  catalogue: ['gpu-request-without-limit'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A GPU is requested without a limit, or with another one.',
  why: 'GPUs cannot be overcommitted: the API server refuses a pod whose request for them has no equal limit, so the workload never starts.',
  remedy: 'Set the GPU in `limits`; the request follows by itself.',
  references: [
    {
      title: 'Kubernetes: schedule GPUs',
      url: 'https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/',
    },
  ],
  messages: {
    missing: 'The pod is refused: {count} of {resource} are requested, but no limit is set.',
    differs: 'The pod is refused: {count} of {resource} are requested, but the limit is {limit}.',
  },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    if (at.document.templated) return;
    const limits = gpuEntries(at, 'limits');
    for (const request of gpuEntries(at, 'requests')) {
      const count = request.text();
      if (count.is !== 'known') continue;
      const limit = limits.find(({ key }) => key === request.key)?.text();
      const data = { resource: request.key, count: count.value };
      const fix = mend(at, request.key, count.value);
      if (!limit) {
        yield { message: 'missing', data, span: count.span, fix };
      } else if (limit.is === 'known' && Number(limit.value) !== Number(count.value)) {
        yield { message: 'differs', data: { ...data, limit: limit.value }, span: limit.span, fix };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'pod.yaml',
        text: pod(
          '        requests:\n          nvidia.com/gpu: «1» # A100\n        limits:\n          memory: 8Gi\n',
        ),
        message: 'missing',
        fixed: pod(
          '        requests:\n          nvidia.com/gpu: 1 # A100\n        limits:\n          memory: 8Gi\n          nvidia.com/gpu: 1\n',
        ),
      },
      {
        path: 'isvc.yaml',
        text: service('{ requests: { nvidia.com/gpu: «"1"» } }'),
        message: 'missing',
        fixed: service('{ requests: { nvidia.com/gpu: "1" }, limits: {nvidia.com/gpu: 1} }'),
      },
      {
        path: 'pod.yaml',
        text: pod('        requests: { amd.com/gpu: 2 }\n        limits: { amd.com/gpu: «1» }\n'),
        message: 'differs',
        fixed: pod('        requests: { amd.com/gpu: 2 }\n        limits: { amd.com/gpu: 2 }\n'),
      },
    ],
    good: [
      {
        path: 'pod.yaml',
        text: pod('        requests: { nvidia.com/gpu: "1" }\n        limits: { nvidia.com/gpu: 1 }\n'),
      },
      { path: 'pod.yaml', text: pod('        limits: { nvidia.com/gpu: 1 }\n') },
      { path: 'pod.yaml', text: pod('        requests: { cpu: 1, memory: 1Gi }\n') },
      { path: 'pod.yaml', text: pod('        requests: { nvidia.com/gpu: "${GPUS}" }\n') },
      {
        path: 'pod.yaml',
        text: pod('        requests: { nvidia.com/gpu: 1 }\n        limits: { nvidia.com/gpu: "${GPUS}" }\n'),
      },
      {
        path: 'pod.yaml',
        text: pod('        requests: { nvidia.com/gpu: 1 }\n        limits: {{ .Values.limits }}\n'),
      },
    ],
  },
});

function mend(container: NodeView, resource: string, count: string): Report['fix'] {
  const value = /^\d+$/.test(count) ? Number(count) : count;
  return container.fix(
    'review',
    `Set the limit to ${count}`,
    container.set(['resources', 'limits', resource], value),
  );
}
