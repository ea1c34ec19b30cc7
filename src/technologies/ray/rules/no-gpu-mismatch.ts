import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { rayCluster } from '../examples';

const cluster = (parameters: string, limits: string, more = ''): string =>
  rayCluster(
    `  headGroupSpec:\n${more}    rayStartParams: { ${parameters} }\n    template: { spec: { containers: [{ name: ray, image: "rayproject/ray:2.60.0-gpu", resources: { limits: { ${limits} } } }] } }\n`,
  );

export default defineRule({
  id: 'ray/no-gpu-mismatch',
  catalogue: ['ray-gpu-in-startparams-mismatch'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Ray is told of other resources than its pod has.',
  why: 'Ray hands out as many GPUs as `num-gpus` says: too many, and trials share a card or fail to find one; too few, and paid cards stand idle. KubeRay takes the number from the limit by itself.',
  remedy: 'Remove `num-gpus` and set only the limit of the container.',
  references: [
    {
      title: 'Ray on Kubernetes: using GPUs',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/gpu.html',
    },
    {
      title: 'KubeRay: validation of group resources (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    differs: 'Ray is told of {told} GPUs, but the container has {limit}.',
    both: 'KubeRay refuses resources in both rayStartParams and the resources of the group.',
  },
  fix: 'review',
  looksAt: [{ view: 'ray/group', path: [] }],
  *check(at): Iterable<Report> {
    const told = at.number('rayStartParams', 'num-gpus');
    const limit = known(
      at.number('template', 'spec', 'containers', '0', 'resources', 'limits', 'nvidia.com/gpu'),
    );
    if (told.is === 'known' && limit !== undefined && told.value !== limit) {
      const fix = at.fix('review', 'Remove num-gpus', at.remove('rayStartParams', 'num-gpus'));
      yield { message: 'differs', data: { told: told.value, limit }, span: told.span, fix };
    }
    const [first] = (at.at('rayStartParams')?.entries() ?? []).filter((entry) =>
      resources.includes(entry.key),
    );
    if (first && (at.at('resources')?.entries().length ?? 0) > 0)
      yield { message: 'both', span: first.anchor, severity: 'error' };
  },
  examples: {
    bad: [
      {
        path: 'a.yaml',
        message: 'differs',
        text: cluster('num-gpus: «"4"», block: "true"', 'nvidia.com/gpu: 1'),
        fixed: cluster('block: "true"', 'nvidia.com/gpu: 1'),
      },
      {
        path: 'a.yaml',
        message: 'both',
        severity: 'error',
        text: cluster('block: "true", «num-cpus»: "1"', 'cpu: 1', '    resources: { CPU: "1" }\n'),
      },
    ],
    good: [
      { path: 'a.yaml', text: cluster('num-gpus: "1"', 'nvidia.com/gpu: "1"') },
      { path: 'a.yaml', text: cluster('num-gpus: "0"', 'cpu: 1') },
      { path: 'a.yaml', text: cluster('num-gpus: "${GPUS}"', 'nvidia.com/gpu: 1') },
      { path: 'a.yaml', text: cluster('block: "true"', 'cpu: 1', '    resources: { CPU: "1" }\n') },
      { path: 'a.yaml', text: cluster('memory: "1000"', 'cpu: 1', '    resources: {}\n') },
    ],
  },
});

/** Start parameters that KubeRay takes for resources. */
const resources = ['num-cpus', 'num-gpus', 'memory', 'resources'];
