import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { autoscaling } from '../sources';

export default defineRule({
  id: 'kubernetes/limit-autoscaler-min-replicas',
  catalogue: ['hpa-min-replicas'],
  equivalents: [
    'kube-linter:hpa-minimum-three-replicas',
    'kube-score:horizontalpodautoscaler-replicas',
    'polaris:hpaMinAvailability',
    'gatekeeper:horizontalpodautoscaler',
  ],
  severity: 'info',
  certainty: 'opinion',
  environment: 'replication',
  summary: 'An autoscaler may go down to a single pod.',
  why: 'At night one pod is left; when its node is drained nobody answers until the next has loaded the model.',
  remedy: 'Set `minReplicas` to at least 2.',
  references: [autoscaling],
  messages: {
    low: 'The autoscaler goes down to {replicas} pod.',
    missing: 'Without minReplicas the autoscaler goes down to one pod.',
  },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/autoscaler', path: [] }],
  *check(at): Iterable<Report> {
    const least = at.number('spec', 'minReplicas');
    const fix = at.fix('review', 'Set minReplicas to 2', at.set(['spec', 'minReplicas'], 2));
    if (least.is === 'absent') yield { message: 'missing', span: least.anchor, fix };
    if (least.is !== 'known' || least.value >= 2) return;
    yield { message: 'low', data: { replicas: least.value }, span: least.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  minReplicas: «1» # cheap\n  maxReplicas: 5\n',
        ),
        message: 'low',
        fixed: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  minReplicas: 2 # cheap\n  maxReplicas: 5\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('autoscaling/v2', 'HorizontalPodAutoscaler', '«spec»:\n  maxReplicas: 5\n'),
        message: 'missing',
        fixed: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  maxReplicas: 5\n  minReplicas: 2\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          'spec:\n  minReplicas: 2\n  maxReplicas: 5\n',
        ),
      },
      {
        path: 'manifest.yaml',
        text: resource('autoscaling/v2', 'HorizontalPodAutoscaler', 'spec:\n  minReplicas: ${LEAST}\n'),
      },
    ],
  },
});
