import { defineCrossRule } from '../../core';
import { maySelect } from '../selectors';
const pods = (labels: string, kind = 'Deployment', rest = ''): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: scorer, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const policy = (selector: string, name = 'web', rest = ''): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: ml }\nspec: { podSelector: ${selector}${rest} }\n`;
const rayJob =
  'apiVersion: ray.io/v1\nkind: RayJob\nmetadata: { name: train, namespace: ml }\nspec: { entrypoint: python a.py --seed 1, rayClusterSpec: { headGroupSpec: { template: { metadata: { labels: { app: ray } }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } } } }\n';
const runtime =
  'apiVersion: trainer.kubeflow.org/v1alpha1\nkind: TrainingRuntime\nmetadata: { name: train, namespace: ml }\nspec: { template: { spec: { replicatedJobs: [{ name: node, template: { spec: { template: { metadata: { labels: { app: train } }, spec: { serviceAccountName: scorer, containers: [{ name: node, image: "a:1.0" }] } } } } }] } } }\n';

export default defineCrossRule({
  id: 'kubernetes/no-dangling-network-policy',
  catalogue: ['dangling-networkpolicy'],
  equivalents: [
    'kube-linter:dangling-networkpolicy',
    'kube-score:networkpolicy-targets-pod',
    'kubescape:dangling-networkpolicy',
    'kics:network_policy_is_not_targeting_any_pod',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A network policy selects pods that no workload here makes.',
  why: 'The pods that it was written for stay open, and nothing says so.',
  remedy: 'Select the labels of the pods.',
  references: [
    {
      title: 'Kubernetes: network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
  ],
  messages: { dangling: 'No workload here makes pods with {selector}.' },
  fix: { none: 'Which pods are meant is known to the author.' },
  from: 'network-policy',
  to: 'workload',
  within: 'workspace',
  // Labels are matched as sets, which no key can say: the sides never share one.
  fromKey: ({ attributes }) => (attributes['selector'] ? 'policy' : undefined),
  toKey: () => 'target',
  whenNone(from, workloads) {
    if (workloads.some((workload) => maySelect(from, workload))) return undefined;
    return { message: 'dangling', data: { selector: from.attributes['selector'] ?? '' } };
  },
  examples: {
    bad: [
      {
        files: {
          'a.yaml': policy('{ matchLabels: { app: scoring } }', '«web»'),
          'b.yaml': pods('{ app: scorer }'),
        },
      },
    ],
    good: [
      {
        files: {
          'a.yaml': policy('{ matchLabels: { app: trainer } }'),
          'b.yaml': pods('{ app: scorer }'),
          'c.yaml':
            'apiVersion: ray.io/v1\nkind: RayJob\nmetadata: { name: train, namespace: ml }\nspec: { entrypoint: python train.py, rayClusterSpec: { headGroupSpec: { template: { metadata: { labels: { app: trainer } }, spec: { containers: [] } } } } }\n',
        },
      },
      { files: { 'a.yaml': policy('{ matchLabels: { app: scorer } }'), 'b.yaml': pods('{ app: scorer }') } },
      { files: { 'a.yaml': policy('{ matchLabels: { app: ray } }'), 'b.yaml': rayJob } },
      { files: { 'a.yaml': policy('{ matchLabels: { app: train } }'), 'b.yaml': runtime } },
      { files: { 'a.yaml': policy('{ matchLabels: { ray.io/node-type: head } }'), 'b.yaml': rayJob } },
      { files: { 'a.yaml': policy('{}'), 'b.yaml': pods('{ app: scorer }') } },
      {
        files: { 'a.yaml': policy('{ matchExpressions: [{ key: a }] }'), 'b.yaml': pods('{ app: scorer }') },
      },
    ],
  },
});
