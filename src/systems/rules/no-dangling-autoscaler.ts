import { defineCrossRule } from '../../core';

const pods = (labels: string, kind = 'Deployment', rest = ''): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: scorer, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const autoscaler = (name: string, kind = 'Deployment'): string =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web, namespace: ml }\nspec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: ${name} } }\n`;

export default defineCrossRule({
  id: 'kubernetes/no-dangling-autoscaler',
  catalogue: ['hpa-dangling-target'],
  equivalents: [
    'kube-linter:dangling-horizontalpodautoscaler',
    'kube-score:horizontalpodautoscaler-has-target',
    'kubescape:hpa-has-target',
    'kics:hpa_targets_invalid_object',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'An autoscaler names a workload that is not here.',
  why: 'Nothing is ever scaled, and only the events of the autoscaler say so.',
  remedy: 'Name the workload, with its kind.',
  references: [
    {
      title: 'Kubernetes: horizontal pod autoscaling',
      url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
    },
  ],
  messages: { dangling: 'There is no {kind} "{name}" here.' },
  fix: { none: 'Which workload is meant is known to the author.' },
  from: 'autoscaler',
  to: 'workload',
  within: 'workspace',
  fromKey: ({ name, attributes }) => `${attributes['kind'] ?? ''}/${name}`,
  toKey: ({ name, attributes }) => `${attributes['kind'] ?? ''}/${name}`,
  whenNone: (from) => ({
    message: 'dangling',
    data: { kind: from.attributes['kind'] ?? '', name: from.name },
  }),
  examples: {
    bad: [
      { files: { 'a.yaml': autoscaler('«scoring»'), 'b.yaml': pods('{ app: scorer }') } },
      { files: { 'a.yaml': autoscaler('«scorer»', 'StatefulSet'), 'b.yaml': pods('{ app: scorer }') } },
    ],
    good: [
      { files: { 'a.yaml': autoscaler('scorer'), 'b.yaml': pods('{ app: scorer }') } },
      { files: { 'a.yaml': autoscaler('"${NAME}"') } },
    ],
  },
});
