import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { head, pod, rayCluster } from '../examples';

const workers = (scaling: string, counts: string): string =>
  rayCluster(
    `${scaling}${head}  workerGroupSpecs:\n    - groupName: gpu\n${counts}      template: ${pod()}\n`,
  );

export default defineRule({
  id: 'ray/require-worker-limit',
  catalogue: ['ray-autoscaler-unbounded'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The autoscaler may start any number of workers.',
  why: 'Without `maxReplicas` the CRD fills in 2147483647: a loop that submits tasks, or a wrong resource request, scales until quota or budget ends.',
  remedy: 'Set `maxReplicas` on each worker group.',
  references: [
    {
      title: 'Ray on Kubernetes: configuring autoscaling',
      url: 'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/configuring-autoscaling.html',
    },
  ],
  messages: { unbounded: 'The autoscaler may grow the worker group "{group}" without limit.' },
  fix: { none: 'The limit that budget and quota allow is known only to the author.' },
  looksAt: [{ view: 'ray/cluster-spec', path: [] }],
  *check(at): Iterable<Report> {
    const scaling = at.boolean('enableInTreeAutoscaling');
    if (scaling.is !== 'known' || !scaling.value) return;
    for (const group of at.at('workerGroupSpecs')?.items() ?? []) {
      const limit = group.get('maxReplicas');
      if (limit.is !== 'absent') continue;
      const name = group.text('groupName');
      yield {
        message: 'unbounded',
        data: { group: name.is === 'known' ? name.value : '' },
        span: limit.anchor,
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'a.yaml',
        text: workers('  enableInTreeAutoscaling: true\n', '      minReplicas: 0\n').replace(
          'groupName',
          '«groupName»',
        ),
      },
    ],
    good: [
      {
        path: 'a.yaml',
        text: workers('  enableInTreeAutoscaling: true\n', '      minReplicas: 0\n      maxReplicas: 4\n'),
      },
      { path: 'a.yaml', text: workers('  enableInTreeAutoscaling: true\n', '      maxReplicas: ${MAX}\n') },
      {
        path: 'a.yaml',
        text: workers('  enableInTreeAutoscaling: false\n', '      minReplicas: 0 # ${DEFAULT} above\n'),
      },
      { path: 'a.yaml', text: workers('', '      minReplicas: 0 # ${DEFAULT} above\n') },
    ],
  },
});
