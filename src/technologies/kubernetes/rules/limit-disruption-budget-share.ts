import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { disruptions } from '../sources';

export default defineRule({
  id: 'kubernetes/limit-disruption-budget-share',
  catalogue: ['pdb-missing'],
  equivalents: ['kyverno:require-reasonable-pdbs'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A disruption budget lets few pods go at a time.',
  why: 'With less than half of the pods free to go, draining nodes takes many rounds, and upgrades of the cluster wait for it.',
  remedy: 'Set `maxUnavailable` to at least 50%, where the rest can carry the load.',
  references: [disruptions],
  messages: { low: 'maxUnavailable {value} lets few pods go at a time.' },
  fix: { none: 'How many pods can be spared is known only to the team.' },
  looksAt: [{ view: 'kubernetes/disruption-budget', path: ['spec', 'maxUnavailable'] }],
  *check(at): Iterable<Report> {
    const most = at.text();
    const share = most.is === 'known' ? /^(\d+)%$/.exec(most.value.trim()) : null;
    if (most.is !== 'known' || !share || Number(share[1]) >= 50) return;
    yield { message: 'low', data: { value: most.value }, span: most.span };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec: { maxUnavailable: «49%», selector: {} }\n'),
      },
    ],
    good: [
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: 50%\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: 1\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('policy/v1', 'PodDisruptionBudget', 'spec:\n  maxUnavailable: ${MOST}\n'),
      },
    ],
  },
});
