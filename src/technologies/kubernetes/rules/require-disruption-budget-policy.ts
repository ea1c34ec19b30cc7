import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { disruptions } from '../sources';

export default defineRule({
  id: 'kubernetes/require-disruption-budget-policy',
  catalogue: ['pdb-blocks-eviction'],
  equivalents: ['kube-score:poddisruptionbudget-has-policy'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A disruption budget says neither how many pods must stay nor how many may go.',
  why: 'Without `minAvailable` and `maxUnavailable` the budget guards nothing: the API server takes `minAvailable` as 1 only in old versions.',
  remedy: 'Set one of the two.',
  references: [disruptions],
  messages: { missing: 'The budget sets neither minAvailable nor maxUnavailable.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/disruption-budget', path: ['spec'] }],
  *check(at): Iterable<Report> {
    if (at.get('minAvailable').is !== 'absent' || at.get('maxUnavailable').is !== 'absent') return;
    yield {
      message: 'missing',
      span: at.anchor,
      fix: at.fix('review', 'Allow one pod to be away', at.set(['maxUnavailable'], 1)),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', '«spec»: # later\n  selector: {}\n'),
        fixed: resource(
          'policy/v1',
          'PodDisruptionBudget',
          'spec: # later\n  selector: {}\n  maxUnavailable: 1\n',
        ),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec: { minAvailable: 1 }\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec: { maxUnavailable: 1 }\n'),
      },
    ],
  },
});
