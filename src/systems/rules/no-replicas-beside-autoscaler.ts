import { defineCrossRule } from '../../core';
import { mayShareNamespace } from '../selectors';
const pods = (labels: string, kind = 'Deployment', rest = ''): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: scorer, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const autoscaler = (name: string, kind = 'Deployment'): string =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web, namespace: ml }\nspec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: ${name} } }\n`;

export default defineCrossRule({
  id: 'kubernetes/no-replicas-beside-autoscaler',
  catalogue: ['replicas-with-hpa'],
  equivalents: [
    'kube-score:deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'kics:hpa_targeted_deployments_with_configured_replica_count',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A workload sets its replicas, and an autoscaler does too.',
  why: 'Each time the manifest is applied the number falls back to what stands there: in the middle of the load pods are taken away.',
  remedy: 'Remove `replicas` from the workload.',
  references: [
    {
      title: 'Kubernetes: migrating to horizontal autoscaling',
      url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
    },
  ],
  messages: { both: '{kind} "{name}" sets replicas too, which undoes the autoscaler at each rollout.' },
  fix: { none: 'A fix would have to change the other file.' },
  from: 'autoscaler',
  to: 'workload',
  within: 'workspace',
  fromKey: ({ name, attributes }) => `${attributes['kind'] ?? ''}/${name}`,
  toKey: ({ name, attributes }) => `${attributes['kind'] ?? ''}/${name}`,
  whenPair(from, to) {
    if (to.attributes['replicas'] === undefined || !mayShareNamespace(from, to)) return undefined;
    return { message: 'both', data: { kind: to.attributes['kind'] ?? '', name: to.name } };
  },
  examples: {
    bad: [
      {
        files: {
          'a.yaml': autoscaler('«scorer»'),
          'b.yaml': pods('{ app: scorer }', 'Deployment', 'replicas: 2, '),
        },
      },
    ],
    good: [
      { files: { 'a.yaml': autoscaler('scorer'), 'b.yaml': pods('{ app: scorer }') } },
      {
        files: {
          'a.yaml': autoscaler('other'),
          'b.yaml': pods('{ app: scorer }', 'Deployment', 'replicas: 2, '),
        },
      },
      {
        files: {
          'a.yaml': autoscaler('scorer').replace('namespace: ml', 'namespace: other'),
          'b.yaml': pods('{ app: scorer }', 'Deployment', 'replicas: 2, '),
        },
      },
    ],
  },
});
