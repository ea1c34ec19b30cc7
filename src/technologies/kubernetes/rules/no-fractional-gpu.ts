import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { gpuEntries } from '../gpu-resources';

const pod = (limits: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: train }\nspec:\n  containers:\n    - name: train\n      image: train:1.4.2\n      resources:\n        limits: ${limits}\n`;

export default defineRule({
  id: 'kubernetes/no-fractional-gpu',
  catalogue: ['gpu-fractional-quantity'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A part of a GPU is asked of Kubernetes, which hands out whole ones.',
  why: 'Extended resources are integers: the API server refuses a pod that asks for half a GPU. Fractions exist inside Ray only.',
  remedy:
    'Ask for a whole GPU, for a MIG slice such as `nvidia.com/mig-1g.5gb`, or let the device plugin share one by time slicing.',
  references: [
    {
      title: 'Kubernetes: extended resources',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#extended-resources',
    },
  ],
  messages: { fraction: 'The pod is refused: {resource} is counted in whole devices, not {value}.' },
  fix: { none: 'More than the author meant to pay for would be asked.' },
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    for (const entry of [...gpuEntries(at, 'requests'), ...gpuEntries(at, 'limits')]) {
      const value = entry.text();
      const count = value.is === 'known' ? quantity(value.value) : undefined;
      if (value.is !== 'known' || count === undefined || Number.isInteger(count)) continue;
      yield { message: 'fraction', data: { resource: entry.key, value: value.value }, span: value.span };
    }
  },
  examples: {
    bad: [
      { path: 'pod.yaml', text: pod('{ nvidia.com/gpu: «0.5», memory: 4Gi }') },
      { path: 'pod.yaml', text: pod('{ amd.com/gpu: «"500m"» }') },
    ],
    good: [
      { path: 'pod.yaml', text: pod('{ nvidia.com/gpu: 1 }') },
      { path: 'pod.yaml', text: pod('{ nvidia.com/gpu: "1000m" }') },
      { path: 'pod.yaml', text: pod('{ nvidia.com/gpu: 1.0 }') },
      { path: 'pod.yaml', text: pod('{ nvidia.com/mig-1g.5gb: 1, cpu: 0.5 }') },
      { path: 'pod.yaml', text: pod('{ nvidia.com/gpu: "${GPUS}" }') },
    ],
  },
});

function quantity(text: string): number | undefined {
  const [, number, milli] = /^(\d+(?:\.\d*)?|\.\d+)(m?)$/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : milli === 'm' ? Number(number) / 1000 : Number(number);
}
