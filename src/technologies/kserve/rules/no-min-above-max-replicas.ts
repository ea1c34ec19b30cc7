import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { graph, model, service } from '../example-text';

export default defineRule({
  id: 'kserve/no-min-above-max-replicas',
  catalogue: ['kserve-min-gt-max'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The least number of replicas is above the greatest.',
  why: 'The webhook refuses the service: no number of replicas can satisfy both bounds. `maxReplicas: 0` means no bound.',
  remedy: 'Raise `maxReplicas` to at least `minReplicas`.',
  references: [
    {
      title: 'KServe 0.20: validateReplicas',
      url: 'https://github.com/kserve/kserve/blob/v0.20.0/pkg/apis/serving/v1beta1/component.go',
    },
  ],
  messages: { above: 'minReplicas {least} is above maxReplicas {most}.' },
  fix: 'review',
  looksAt: [
    { view: 'kserve/component', path: [] },
    { view: 'kserve/inference-graph', path: ['spec'] },
  ],
  *check(at): Iterable<Report> {
    const least = leastOf(at);
    const most = at.number('maxReplicas');
    if (least === undefined || most.is !== 'known' || most.value === 0 || least <= most.value) return;
    const fix = at.fix('review', `Raise maxReplicas to ${least}`, at.set(['maxReplicas'], least));
    // The webhook looks at services only; a graph with such bounds is taken and never gets its autoscaler.
    const severity = at.context.view.id === 'kserve/inference-graph' ? 'warning' : 'error';
    yield { message: 'above', data: { least, most: most.value }, span: most.span, severity, fix };
  },
  examples: {
    bad: [
      {
        path: 'isvc.yaml',
        text: service(`minReplicas: 3\nmaxReplicas: «2» # quota\n${model()}`),
        fixed: service(`minReplicas: 3\nmaxReplicas: 3 # quota\n${model()}`),
      },
      {
        path: 'graph.yaml',
        text:
          graph('root: { routerType: Sequence, steps: [{ serviceName: scorer }] }\n') +
          '  minReplicas: 4\n  maxReplicas: «3»\n',
        severity: 'warning',
        fixed:
          graph('root: { routerType: Sequence, steps: [{ serviceName: scorer }] }\n') +
          '  minReplicas: 4\n  maxReplicas: 4\n',
      },
    ],
    good: [
      { path: 'isvc.yaml', text: service(`minReplicas: 2\nmaxReplicas: 2\n${model()}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: 2\nmaxReplicas: 0\n${model()}`) },
      { path: 'isvc.yaml', text: service(`maxReplicas: 1\n${model()}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: 0\nmaxReplicas: 1\n${model()}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: \${MIN}\nmaxReplicas: 1\n${model()}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: 3\nmaxReplicas: \${MAX}\n${model()}`) },
      { path: 'isvc.yaml', text: service(`minReplicas: 3\n${model()}`) },
    ],
  },
});

function leastOf(at: NodeView): number | undefined {
  const least = at.number('minReplicas');
  return least.is === 'known' ? least.value : undefined;
}
