import { defineCrossRule } from '../../core';
import { maySelect } from '../selectors';
const pods = (labels: string, kind = 'Deployment', rest = ''): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: scorer, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const service = (selector: string, name = 'web'): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ml }\nspec: { selector: ${selector}, ports: [{ name: http, port: 80 }] }\n`;

export default defineCrossRule({
  id: 'kubernetes/no-dangling-service',
  catalogue: ['dangling-service'],
  equivalents: [
    'kube-linter:dangling-service',
    'kube-score:service-targets-pod',
    'kubescape:service-with-no-workload',
    'kics:service_does_not_target_pod',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A Service selects pods that no workload here makes.',
  why: 'Requests to the Service are refused: it has no endpoints, and nothing says so when it is applied.',
  remedy: 'Select the labels of the pods.',
  references: [
    { title: 'Kubernetes: Service', url: 'https://kubernetes.io/docs/concepts/services-networking/service/' },
  ],
  messages: { dangling: 'No workload here makes pods with {selector}.' },
  fix: { none: 'Which pods are meant is known to the author.' },
  from: 'service',
  to: 'workload',
  within: 'workspace',
  // Labels are matched as sets, which no key can say: the sides never share one.
  fromKey: ({ attributes }) => (attributes['selector'] ? 'service' : undefined),
  toKey: () => 'target',
  whenNone(from, workloads) {
    if (workloads.length === 0 || workloads.some((workload) => maySelect(from, workload))) return undefined;
    return { message: 'dangling', data: { selector: from.attributes['selector'] ?? '' } };
  },
  examples: {
    bad: [{ files: { 'a.yaml': service('{ app: scoring }', '«web»'), 'b.yaml': pods('{ app: scorer }') } }],
    good: [
      { files: { 'a.yaml': service('{ app: scorer }'), 'b.yaml': pods('{ app: scorer, v: a }') } },
      { files: { 'a.yaml': service('{ app: scoring }') } },
      { files: { 'a.yaml': service('{ app: scoring }'), 'b.yaml': pods('{ app: "${APP}" }') } },
      { files: { 'a.yaml': service('{}'), 'b.yaml': pods('{ app: scorer }') } },
    ],
  },
});
