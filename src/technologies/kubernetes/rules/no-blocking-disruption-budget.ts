import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { disruptions } from '../sources';

export default defineRule({
  id: 'kubernetes/no-blocking-disruption-budget',
  catalogue: ['pdb-blocks-eviction'],
  equivalents: [
    'kube-linter:pdb-max-unavailable',
    'kube-linter:pdb-min-available',
    'polaris:pdbDisruptionsIsZero',
    'kyverno:pdb-maxunavailable',
    'gatekeeper:poddisruptionbudget',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A disruption budget allows no disruption at all.',
  why: 'No node that runs such a pod can be drained: upgrades of the cluster hang until someone deletes the pod by hand.',
  remedy: 'Allow at least one pod to be away: `maxUnavailable: 1`.',
  references: [disruptions],
  messages: {
    none: 'maxUnavailable {value} lets no pod be evicted.',
    all: 'minAvailable {value} lets no pod be evicted.',
  },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/disruption-budget', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const most = at.text('maxUnavailable');
    if (most.is === 'known' && /^0+%?$/.test(most.value.trim())) {
      const fix = at.fix('review', 'Allow one pod to be away', at.set(['maxUnavailable'], 1));
      yield { message: 'none', data: { value: most.value }, span: most.span, fix };
    }
    const least = at.text('minAvailable');
    if (least.is !== 'known' || !/^\d{3,}%$/.test(least.value.trim())) return;
    yield { message: 'all', data: { value: least.value }, span: least.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: «0» # never\n'),
        message: 'none',
        fixed: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: 1 # never\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec: { maxUnavailable: «0%», selector: {} }\n'),
        message: 'none',
        fixed: resource('policy/v1', 'PodDisruptionBudget', 'spec: { maxUnavailable: 1, selector: {} }\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource(
          'policy/v1',
          'PodDisruptionBudget',
          'spec: { minAvailable: «"100%"», selector: {} }\n',
        ),
        message: 'all',
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: 10%\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  minAvailable: 99%\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  minAvailable: 100\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: ${MOST}\n'),
      },
    ],
  },
});
