import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { gpuEntries } from '../gpu-resources';

const pod = (more: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: train }\nspec:\n${more}  containers:\n    - name: train\n      image: train:1.4.2\n      resources:\n        limits: { nvidia.com/gpu: 1 }\n`;
const service = (more: string): string =>
  `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: { name: scorer }\nspec:\n  predictor:\n${more}    model:\n      modelFormat: { name: triton }\n      resources: { limits: { nvidia.com/gpu: "1" } }\n`;

export default defineRule({
  id: 'kubernetes/require-gpu-placement',
  catalogue: ['gpu-without-toleration-or-selector'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'A pod with a GPU does not say on which nodes it may run.',
  why: 'Pools of GPU nodes are usually tainted: without a toleration the pod stays pending. Where there are several models of GPU, it lands on any of them.',
  remedy:
    'Add a toleration for the taint of the pool, and a `nodeSelector` for the model of GPU. Clusters that add the toleration themselves (ExtendedResourceToleration) need only the selector.',
  references: [
    {
      title: 'Kubernetes: nodes with special hardware',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#example-use-cases',
    },
    {
      title: 'Kubernetes: schedule GPUs, node labels',
      url: 'https://kubernetes.io/docs/tasks/manage-gpus/scheduling-gpus/#clusters-containing-different-types-of-gpus',
    },
  ],
  messages: {
    anywhere: 'Nothing says on which nodes this pod finds {resource}: no toleration, selector or affinity.',
  },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/any-container', path: [] }],
  *check(at): Iterable<Report> {
    const [resource] = gpuEntries(at, 'limits');
    const count = resource?.number();
    if (!resource || count?.is !== 'known' || count.value <= 0 || !at.outer || !isAnywhere(at.outer)) return;
    yield {
      message: 'anywhere',
      data: { resource: resource.key },
      span: resource.anchor,
      fix: mend(at.outer, resource.key),
    };
  },
  examples: {
    bad: [
      {
        path: 'pod.yaml',
        text: pod('').replace('nvidia.com/gpu', '«nvidia.com/gpu»'),
        fixed: `${pod('')}  tolerations:\n    - key: nvidia.com/gpu\n      operator: Exists\n      effect: NoSchedule\n`,
      },
      {
        path: 'isvc.yaml',
        text: service('').replace('nvidia.com/gpu', '«nvidia.com/gpu»'),
        fixed: `${service('')}    tolerations:\n      - key: nvidia.com/gpu\n        operator: Exists\n        effect: NoSchedule\n`,
      },
    ],
    good: [
      { path: 'pod.yaml', text: pod('  tolerations: [{ key: nvidia.com/gpu, operator: Exists }]\n') },
      { path: 'pod.yaml', text: pod('  nodeSelector: { gpu: a100 }\n') },
      { path: 'pod.yaml', text: pod('  affinity: {}\n') },
      { path: 'pod.yaml', text: pod('  nodeName: gpu-1\n') },
      { path: 'pod.yaml', text: pod('').replace('gpu: 1', 'gpu: 0') },
      { path: 'pod.yaml', text: pod('').replace('nvidia.com/gpu', 'memory') },
      { path: 'isvc.yaml', text: service('    tolerations: [{ operator: Exists }]\n') },
    ],
  },
});

function isAnywhere(podSpec: NodeView): boolean {
  const places = [
    'tolerations',
    'nodeSelector',
    'affinity',
    'nodeName',
    'runtimeClassName',
    'schedulerName',
    'resourceClaims',
  ];
  return places.every((key) => podSpec.get(key).is === 'absent');
}

function mend(podSpec: NodeView, resource: string): Report['fix'] {
  const toleration = { key: resource, operator: 'Exists', effect: 'NoSchedule' };
  return podSpec.fix('review', `Tolerate the taint ${resource}`, podSpec.set(['tolerations'], [toleration]));
}
