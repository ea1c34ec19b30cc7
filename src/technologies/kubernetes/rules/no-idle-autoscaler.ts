import { defineRule, knownOr } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { autoscaling } from '../sources';

export default defineRule({
  id: 'kubernetes/no-idle-autoscaler',
  catalogue: ['hpa-min-replicas'],
  equivalents: ['polaris:hpaMaxAvailability'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An autoscaler has no room to scale.',
  why: 'With the upper bound not above the lower one the number of pods never changes, whatever the load.',
  remedy: 'Raise `maxReplicas`, or set `replicas` on the workload and drop the autoscaler.',
  references: [autoscaling],
  messages: { fixed: 'maxReplicas {most} leaves no room above minReplicas {least}.' },
  fix: { none: 'How many pods the load needs is known only to the team.' },
  looksAt: [{ view: 'kubernetes/autoscaler', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const most = at.number('maxReplicas');
    const least = knownOr(at.number('minReplicas'), 1);
    if (most.is !== 'known' || least === undefined || most.value > least) return;
    yield { message: 'fixed', data: { most: most.value, least }, span: most.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  minReplicas: 3\n  maxReplicas: «3» # budget\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('autoscaling/v2', 'HorizontalPodAutoscaler', 'spec:\n  maxReplicas: «1»\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  minReplicas: 3\n  maxReplicas: 4\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('autoscaling/v2', 'HorizontalPodAutoscaler', 'spec:\n  maxReplicas: 2\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  minReplicas: ${LEAST}\n  maxReplicas: 1\n',
        ),
      },
    ],
  },
});
