import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { pod, rayCluster } from '../examples';

const head = (parameters: string, more = '', template = pod()): string =>
  `  headGroupSpec: { rayStartParams: { ${parameters} }, ${more}template: ${template} }\n`;
const withVariable = (name: string, value: string): string =>
  pod().replace(' }] }', `, env: [{ name: ${name}, value: "${value}" }] }] }`);
const sizes = ['num-cpus', 'num-gpus', 'memory', 'resources'];

export default defineRule({
  id: 'ray/no-conflicting-cluster-settings',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A Ray cluster says the same thing in two places, or in one that KubeRay no longer takes.',
  why: 'KubeRay refuses the cluster: resources, labels, fault tolerance and the version of the autoscaler have a field each, and beside it, or instead of it, no start parameter or variable.',
  remedy: 'Keep the field of the custom resource and remove the start parameter or variable.',
  references: [
    {
      title: 'KubeRay 1.6: ValidateRayClusterSpec, validateRayGroupResources, validateRayGroupLabels',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    resources: 'KubeRay refuses the start parameter {key} beside the resources of the group.',
    labels: 'KubeRay refuses the start parameter labels; the group has a field labels.',
    storage: 'KubeRay refuses {key} here; gcsFaultToleranceOptions has a field for it.',
    idle: 'KubeRay refuses an idleTimeoutSeconds of {value}.',
    suspend: 'KubeRay refuses to suspend a worker group while the autoscaler is on.',
  },
  fix: { none: 'Which of the two values is meant is known only to the author.' },
  looksAt: [{ view: 'ray/cluster-spec', path: [] }],
  *check(at): Iterable<Report> {
    const groups = [at.at('headGroupSpec'), ...(at.at('workerGroupSpecs')?.items() ?? [])];
    for (const group of groups) if (group) yield* groupFaults(group);
    const options = at.at('gcsFaultToleranceOptions');
    if (options && !options.isUnknown()) yield* storageFaults(at);
    const idle = at.number('autoscalerOptions', 'idleTimeoutSeconds');
    if (idle.is === 'known' && idle.value < 0)
      yield { message: 'idle', data: { value: idle.value }, span: idle.span };
    const scaling = at.boolean('enableInTreeAutoscaling');
    if (scaling.is !== 'known' || !scaling.value) return;
    for (const group of at.at('workerGroupSpecs')?.items() ?? []) {
      const suspend = group.boolean('suspend');
      if (suspend.is === 'known' && suspend.value) yield { message: 'suspend', span: suspend.span };
    }
  },
  examples: {
    bad: [
      {
        path: 'cluster.yaml',
        text: rayCluster(head('«num-cpus»: "2"', 'resources: { CPU: "2" }, ')),
        message: 'resources',
      },
      { path: 'cluster.yaml', text: rayCluster(head('«labels»: "a=b"')), message: 'labels' },
      {
        path: 'cluster.yaml',
        text: rayCluster(
          `  gcsFaultToleranceOptions: { redisAddress: "redis:6379" }\n${head('«redis-password»: "${PASSWORD}"')}`,
        ).replace('"${PASSWORD}"', 'a'),
        message: 'storage',
      },
      {
        path: 'cluster.yaml',
        text: rayCluster(
          `  gcsFaultToleranceOptions: { redisAddress: "redis:6379" }\n${head('', '', withVariable('«RAY_REDIS_ADDRESS»', 'redis:6379'))}`,
        ),
        message: 'storage',
      },
      {
        path: 'cluster.yaml',
        text: rayCluster(`  autoscalerOptions: { idleTimeoutSeconds: «-5» }\n${head('')}`),
        message: 'idle',
      },
      {
        path: 'cluster.yaml',
        text: rayCluster(
          `  enableInTreeAutoscaling: true\n${head('')}  workerGroupSpecs:\n    - { groupName: a, maxReplicas: 2, suspend: «true», template: ${pod()} }\n`,
        ),
        message: 'suspend',
      },
    ],
    good: [
      { path: 'cluster.yaml', text: rayCluster(head('num-cpus: "0"')) },
      { path: 'cluster.yaml', text: rayCluster(head('num-cpus: ""', 'resources: { CPU: "2" }, ')) },
      { path: 'cluster.yaml', text: rayCluster(head('num-cpus: "1"', 'resources: {}, ')) },
      { path: 'cluster.yaml', text: rayCluster(head('', 'labels: { a: b }, ')) },
      {
        path: 'cluster.yaml',
        text: rayCluster(`  gcsFaultToleranceOptions: { redisAddress: "redis:6379" }\n${head('')}`),
      },
      {
        path: 'cluster.yaml',
        text: rayCluster(`  autoscalerOptions: { idleTimeoutSeconds: 0 }\n${head('')}`),
      },
    ],
  },
});

function* groupFaults(group: NodeView): Iterable<Report> {
  const parameters = group.at('rayStartParams');
  const labels = parameters?.at('labels');
  if (labels) yield { message: 'labels', span: labels.anchor };
  if ((group.at('resources')?.entries().length ?? 0) === 0) return;
  for (const key of sizes) {
    const value = parameters?.text(key);
    const found = parameters?.at(key);
    if (value?.is !== 'known' || value.value === '' || !found) continue;
    yield { message: 'resources', data: { key }, span: found.anchor };
    return;
  }
}

function* storageFaults(at: NodeView): Iterable<Report> {
  const password = at.at('headGroupSpec', 'rayStartParams', 'redis-password');
  const text = at.text('headGroupSpec', 'rayStartParams', 'redis-password');
  if (password && text.is === 'known' && text.value !== '')
    yield { message: 'storage', data: { key: 'redis-password' }, span: password.anchor };
  const [container] = at.at('headGroupSpec', 'template', 'spec', 'containers')?.items() ?? [];
  for (const variable of container?.at('env')?.items() ?? []) {
    const name = variable.text('name');
    if (name.is !== 'known' || !/^(?:REDIS_PASSWORD|RAY_REDIS_ADDRESS)$/.test(name.value)) continue;
    yield { message: 'storage', data: { key: name.value }, span: name.span };
  }
}
