import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { head, pod, rayCluster } from '../examples';

const workers = (counts: string): string =>
  rayCluster(`${head}  workerGroupSpecs:\n    - groupName: gpu\n${counts}      template: ${pod()}\n`);

export default defineRule({
  id: 'ray/limit-worker-replicas',
  catalogue: ['ray-worker-replicas-range'],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'The worker counts of a Ray cluster contradict each other.',
  why: 'KubeRay refuses a group whose `minReplicas` is above its `maxReplicas` or below zero, and starts no pod; `replicas` outside of the two are silently moved to the nearer one.',
  remedy: 'Write 0 ≤ minReplicas ≤ replicas ≤ maxReplicas.',
  references: [
    {
      title: 'KubeRay: validation of worker groups (v1.6)',
      url: 'https://github.com/ray-project/kuberay/blob/v1.6.0/ray-operator/controllers/ray/utils/validation.go',
    },
  ],
  messages: {
    range: 'minReplicas {low} is above maxReplicas {high}.',
    negative: 'KubeRay refuses {key} {value}.',
    clamped: 'KubeRay will run {bound} workers, not {value}: replicas is outside of minReplicas and maxReplicas.',
  },
  fix: { none: 'Which of the numbers is meant is known only to the author.' },
  looksAt: [{ view: 'ray/cluster-spec', path: ['workerGroupSpecs', '*'] }],
  *check(at): Iterable<Report> {
    const [low, high, now] = [at.number('minReplicas'), at.number('maxReplicas'), at.number('replicas')];
    for (const [key, value] of [['minReplicas', low], ['maxReplicas', high]] as const) {
      if (value.is !== 'known' || value.value >= 0) continue;
      yield { message: 'negative', data: { key, value: value.value }, span: value.span };
return;
    }
    if (low.is === 'known' && high.is === 'known' && low.value > high.value) {
      yield { message: 'range', data: { low: low.value, high: high.value }, span: low.span };
return;
    }
    if (now.is !== 'known') return;
    const bound = low.is === 'known' && now.value < low.value ? low : high.is === 'known' && now.value > high.value ? high : undefined;
    if (bound?.is !== 'known') return;
    yield { message: 'clamped', data: { value: now.value, bound: bound.value }, span: now.span, severity: 'warning' };
  },
  examples: {
    bad: [
      { path: 'a.yaml', message: 'range', text: workers('      minReplicas: «3» # at least\n      maxReplicas: 2\n') },
      { path: 'a.yaml', message: 'negative', text: workers('      minReplicas: «-1»\n      maxReplicas: 2\n') },
      { path: 'a.yaml', message: 'negative', text: workers('      minReplicas: 0\n      maxReplicas: «-2»\n      replicas: 0\n') },
      {
        path: 'a.yaml',
        message: 'clamped',
        severity: 'warning',
        text: workers('      replicas: «5»\n      minReplicas: 1\n      maxReplicas: 4\n'),
      },
      { path: 'a.yaml', message: 'clamped', severity: 'warning', text: workers('      replicas: «0»\n      minReplicas: 1\n') },
    ],
    good: [
      { path: 'a.yaml', text: workers('      replicas: 0\n      minReplicas: 0\n      maxReplicas: 0\n') },
      { path: 'a.yaml', text: workers('      replicas: 4\n      minReplicas: 2\n      maxReplicas: 4\n') },
      { path: 'a.yaml', text: workers('      minReplicas: 3\n      maxReplicas: ${MAX}\n') },
      { path: 'a.yaml', text: workers('      minReplicas: 3 # ${DEFAULT} above\n') },
    ],
  },
}); // prettier-ignore
