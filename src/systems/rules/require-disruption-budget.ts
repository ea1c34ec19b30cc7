import { defineCrossRule } from '../../core';
import { maySelect } from '../selectors';
const pods = (labels: string, kind = 'Deployment', rest = '', name = 'scorer'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const budget = (selector: string): string =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web, namespace: ml }\nspec: { maxUnavailable: 1, selector: ${selector} }\n`;

export default defineCrossRule({
  id: 'kubernetes/require-disruption-budget',
  catalogue: ['pdb-missing'],
  equivalents: [
    'kube-score:deployment-has-poddisruptionbudget',
    'kube-score:statefulset-has-poddisruptionbudget',
    'polaris:missingPodDisruptionBudget',
    'kics:deployment_without_pod_disruption_budget',
    'kics:statefulset_without_pod_disruption_budget',
    'kyverno:require-pdb',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'No disruption budget guards these pods.',
  why: 'Draining nodes may take all replicas at once: an upgrade of the cluster becomes an outage.',
  remedy: 'Add a PodDisruptionBudget for the pods.',
  references: [
    {
      title: 'Kubernetes: disruptions',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/',
    },
  ],
  messages: { missing: 'No disruption budget here guards the pods of "{name}".' },
  fix: { none: 'How many pods can be spared is known to the team.' },
  from: 'workload',
  to: 'disruption-budget',
  within: 'workspace',
  // Labels are matched as sets, which no key can say: the sides never share one.
  fromKey: ({ attributes: { kind = '', replicas } }) =>
    /^(?:Deployment|StatefulSet)$/.test(kind) && replicas !== '1' && replicas !== '0' ? 'pods' : undefined,
  toKey: () => 'target',
  whenNone(from, budgets) {
    if (budgets.some((budget) => maySelect(budget, from))) return undefined;
    return { message: 'missing', data: { name: from.name } };
  },
  examples: {
    bad: [
      {
        files: {
          'a.yaml': pods('{ app: scorer }', 'Deployment', '', '«scorer»'),
          'b.yaml': budget('{ matchLabels: { app: other } }'),
        },
      },
      { files: { 'a.yaml': pods('{ app: scorer }', 'StatefulSet', '', '«scorer»') } },
    ],
    good: [
      { files: { 'a.yaml': pods('{ app: scorer }'), 'b.yaml': budget('{ matchLabels: { app: scorer } }') } },
      { files: { 'a.yaml': pods('{ app: scorer }', 'DaemonSet') } },
      { files: { 'a.yaml': pods('{ app: scorer }', 'Deployment', 'replicas: 1, ') } },
    ],
  },
});
