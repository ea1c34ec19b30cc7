import { defineCrossRule } from '../../core';

const ingress = (name: string, port = 'number: 80'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, namespace: ml }\nspec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: ${name}, port: { ${port} } } } }] } }] }\n`;
const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ml }\nspec: { ports: [{ name: http, port: 80 }] }\n`;

export default defineCrossRule({
  id: 'kubernetes/no-dangling-ingress',
  catalogue: ['dangling-ingress'],
  equivalents: [
    'kube-linter:dangling-ingress',
    'kube-score:ingress-targets-service',
    'kubescape:dangling-ingress-backend',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'An Ingress sends requests to a Service, or a port of it, that is not here.',
  why: 'Requests to that path are answered with an error of the controller, and nothing says so when it is applied.',
  remedy: 'Name a Service and one of its ports.',
  references: [
    { title: 'Kubernetes: Ingress', url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/' },
  ],
  messages: { service: 'There is no Service "{name}" here.', port: 'Service "{name}" has no port {port}.' },
  fix: { none: 'Which Service is meant is known to the author.' },
  from: 'ingress-backend',
  to: 'service',
  within: 'workspace',
  fromKey: ({ name }) => name,
  toKey: ({ name }) => name,
  whenNone: (from) => ({ message: 'service', data: { name: from.name } }),
  whenPair(from, to) {
    const { port } = from.attributes;
    const { ports } = to.attributes;
    if (
      port === undefined ||
      ports === undefined ||
      ports.split(',').some((known) => known.split(':').includes(port))
    )
      return undefined;
    return { message: 'port', data: { name: to.name, port } };
  },
  examples: {
    bad: [
      { files: { 'a.yaml': ingress('«web»'), 'b.yaml': service('webb') }, message: 'service' },
      { files: { 'a.yaml': ingress('«web»', 'number: 81'), 'b.yaml': service('web') }, message: 'port' },
      { files: { 'a.yaml': ingress('«web»', 'name: https'), 'b.yaml': service('web') }, message: 'port' },
    ],
    good: [
      { files: { 'a.yaml': ingress('web'), 'b.yaml': service('web') } },
      { files: { 'a.yaml': ingress('web', 'name: http'), 'b.yaml': service('web') } },
      { files: { 'a.yaml': ingress('"${WEB}"'), 'b.yaml': service('web') } },
    ],
  },
});
