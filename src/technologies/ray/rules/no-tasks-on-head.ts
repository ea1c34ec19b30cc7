import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { pod, rayCluster } from '../examples';

const workers = `  workerGroupSpecs:\n    - groupName: gpu\n      minReplicas: 1\n      maxReplicas: 2\n      template: ${pod()}\n`;
const cluster = (parameters: string): string =>
  rayCluster(`  headGroupSpec:\n${parameters}    template: ${pod()}\n${workers}`);

export default defineRule({
  id: 'ray/no-tasks-on-head',
  catalogue: ['ray-head-runs-tasks'],
  equivalents: [],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Trials may run on the head of the Ray cluster.',
  why: 'The head runs the control store of the whole cluster. A trial there that takes memory or CPU slows or kills it, and with it all other trials.',
  remedy: 'Set `num-cpus: "0"` in the `rayStartParams` of the head, so that work goes to the workers.',
  references: [
    {
      title: 'Ray: best practices for large clusters, configuring the head node',
      url: 'https://docs.ray.io/en/latest/cluster/vms/user-guides/large-cluster-best-practices.html',
    },
  ],
  messages: { shared: 'The head takes tasks beside its workers.' },
  fix: 'review',
  looksAt: [{ view: 'ray/cluster-spec', path: [] }],
  *check(at): Iterable<Report> {
    const cpus = at.get('headGroupSpec', 'rayStartParams', 'num-cpus');
    if (cpus.is !== 'absent' || at.has('headGroupSpec', 'resources')) return;
    if ((at.at('workerGroupSpecs')?.items().length ?? 0) === 0) return;
    const edits = at.set(['headGroupSpec', 'rayStartParams', 'num-cpus'], '0');
    yield {
      message: 'shared',
      span: cpus.anchor,
      fix: at.fix('review', 'Set num-cpus of the head to 0', edits),
    };
  },
  examples: {
    bad: [
      {
        path: 'a.yaml',
        text: cluster('    «rayStartParams»: { block: "true" } # head\n'),
        fixed: cluster('    rayStartParams: { block: "true", num-cpus: "0" } # head\n'),
      },
    ],
    good: [
      { path: 'a.yaml', text: cluster('    rayStartParams: { num-cpus: "0" }\n') },
      { path: 'a.yaml', text: cluster('    rayStartParams: { num-cpus: "2" }\n') },
      { path: 'a.yaml', text: cluster('    resources: { CPU: "0" }\n') },
      { path: 'a.yaml', text: cluster('').replace(workers, '') },
    ],
  },
});
