import { defineCrossRule } from '../../core';
import type { PlacedFact } from '../../core';
import { maySelect } from '../selectors';
const pods = (labels: string, kind = 'Deployment', rest = '', name = 'scorer'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const policy = (selector: string, name = 'web', rest = ''): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: ml }\nspec: { podSelector: ${selector}${rest} }\n`;

export default defineCrossRule({
  id: 'kubernetes/require-network-policy',
  catalogue: ['networkpolicy-missing'],
  equivalents: [
    'kube-linter:non-isolated-pod',
    'kube-score:pod-networkpolicy',
    'polaris:missingNetworkPolicy',
    'checkov:CKV2_K8S_6',
    'kubescape:ingress-and-egress-blocked',
    'kubescape:internal-networking',
    'kubescape:ensure_network_policy_configured_in_labels',
    'kyverno:require-network-policy',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'No network policy selects these pods, in both directions.',
  why: 'Every other pod of the cluster reaches them, and they reach everything: who gets into one pod goes on to the next.',
  remedy: 'Add a NetworkPolicy with ingress and egress rules for the pods.',
  references: [
    {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
  ],
  messages: { missing: 'No network policy here limits {direction} of "{name}".' },
  fix: { none: 'What the pods have to reach is known to the author.' },
  from: 'workload',
  to: 'network-policy',
  within: 'workspace',
  // Labels are matched as sets, which no key can say: the sides never share one.
  fromKey: ({ attributes }) => (attributes['labels'] === undefined ? undefined : 'pods'),
  toKey: () => 'target',
  whenNone(from, policies) {
    const own = policies.filter((policy) => maySelect(policy, from));
    const direction = [
      ...(own.some((policy) => limits(policy, 'Ingress')) ? [] : ['what reaches the pods']),
      ...(own.some((policy) => limits(policy, 'Egress')) ? [] : ['what the pods reach']),
    ];
    if (direction.length === 0) return undefined;
    return { message: 'missing', data: { name: from.name, direction: direction.join(' and ') } };
  },
  examples: {
    bad: [
      {
        files: {
          'a.yaml': pods('{ app: scorer }', 'Deployment', '', '«scorer»'),
          'b.yaml': policy('{ matchLabels: { app: other } }', 'web', ', policyTypes: [Ingress, Egress]'),
        },
      },
      {
        files: {
          'a.yaml': pods('{ app: scorer }', 'Deployment', '', '«scorer»'),
          'b.yaml': policy('{}', 'web', ', policyTypes: [Ingress]'),
        },
      },
      {
        files: {
          'a.yaml': pods('{ app: scorer }', 'Deployment', '', '«scorer»'),
          'b.yaml': policy('{}', 'web', ', policyTypes: [Egress]'),
        },
      },
    ],
    good: [
      {
        files: {
          'a.yaml': pods('{ app: scorer }'),
          'b.yaml': policy('{}', 'web', ', policyTypes: [Ingress, Egress]'),
        },
      },
      {
        files: {
          'a.yaml': pods('{ app: scorer }'),
          'b.yaml': policy('{ matchLabels: { app: scorer } }', 'web', ', egress: []'),
        },
      },
      { files: { 'a.yaml': pods('{ app: "${APP}" }') } },
    ],
  },
});

/** Without types a policy is of ingress, and of egress too where it has rules for it. */
function limits({ attributes }: PlacedFact, direction: 'Ingress' | 'Egress'): boolean {
  const { types, egress } = attributes;
  if (types !== undefined) return types.split(',').includes(direction);
  return direction === 'Ingress' || egress === 'true';
}
