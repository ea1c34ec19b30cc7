import { defineCrossRule } from '../../core';

const pods = (labels: string, kind = 'Deployment', rest = '', name = 'scorer'): string =>
  `apiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ml }\nspec: { ${rest}template: { metadata: { labels: ${labels} }, spec: { serviceAccountName: scorer, containers: [{ name: a, image: "a:1.0" }] } } }\n`;
const account = (name: string): string =>
  `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: ml }\n`;

export default defineCrossRule({
  id: 'kubernetes/no-dangling-service-account',
  catalogue: ['dangling-service-account'],
  equivalents: ['kube-linter:non-existent-service-account', 'kubescape:non-existent-service-account'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A workload names a service account that is not here.',
  why: 'No pod of it is ever created: service account not found.',
  remedy: 'Make the service account, or correct the name.',
  references: [
    {
      title: 'Kubernetes: configure service accounts for pods',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    },
  ],
  messages: { dangling: 'There is no service account "{account}" here for "{name}".' },
  fix: { none: 'Which service account is meant is known to the author.' },
  from: 'workload',
  to: 'service-account',
  within: 'workspace',
  fromKey: ({ attributes }) =>
    attributes['serviceAccount'] === 'default' ? undefined : attributes['serviceAccount'],
  toKey: ({ name }) => name,
  whenNone: (from) => ({
    message: 'dangling',
    data: { account: from.attributes['serviceAccount'] ?? '', name: from.name },
  }),
  examples: {
    bad: [
      { files: { 'a.yaml': pods('{ app: a }', 'Deployment', '', '«scorer»'), 'b.yaml': account('other') } },
    ],
    good: [
      { files: { 'a.yaml': pods('{ app: a }'), 'b.yaml': account('scorer') } },
      {
        files: {
          'a.yaml': pods('{ app: a }').replace('serviceAccountName: scorer', 'serviceAccountName: default'),
        },
      },
    ],
  },
});
