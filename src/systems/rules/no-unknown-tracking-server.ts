import { defineCrossRule } from '../../core';
import type { PlacedFact } from '../../core';

const service = (name: string, port = 5000): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: mlops }\nspec: { ports: [{ name: http, port: ${port} }] }\n`;
const job = (uri: string): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: { name: train }\nspec: { template: { spec: { containers: [{ name: a, image: "a:1.0", env: [{ name: MLFLOW_TRACKING_URI, value: ${uri} }] }] } } }\n`;
const compose = (uri: string, ports = '["8080:5000"]'): string =>
  `services:\n  train:\n    image: train:1.0\n    environment:\n      MLFLOW_TRACKING_URI: ${uri}\n  mlflow:\n    image: mlflow:3.18\n    ports: ${ports}\n`;

/** Runs are tracked at a server that is not here, or at a port that it does not have. */
export default defineCrossRule({
  id: 'mlflow/no-unknown-tracking-server',
  catalogue: [],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The tracking URI names a service that is not here, or a port that it does not have.',
  why: 'The first call of the run waits through all its retries, minutes each, and then ends the run: training that has waited for its GPUs leaves nothing behind.',
  remedy: 'Write the name of the service and its port inside the network, not the one published on the host.',
  references: [
    {
      title: 'MLflow: tracking server',
      url: 'https://mlflow.org/docs/latest/self-hosting/architecture/tracking-server/',
    },
    {
      title: 'Kubernetes: DNS for Services',
      url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
    },
  ],
  messages: {
    missing: 'There is no service "{host}" here, but "{service}" is.',
    port: 'Service "{host}" has no port {port}; it has {ports}.',
  },
  fix: { none: 'Which of the two files is right is known to the author.' },
  from: 'tracking-use',
  to: 'service',
  within: 'workspace',
  inBothFiles: true,
  fromKey: serviceOf,
  toKey: ({ name }) => name,
  whenNone(from, services) {
    const server = services.find(({ name }) => /mlflow|tracking/i.test(name));
    if (!server) return undefined;
    const data = { host: serviceOf(from) ?? '', service: server.name };
    return { message: 'missing', data, related: [server] };
  },
  whenPair(from, to) {
    const ports = (to.attributes['ports'] ?? '').split(',').flatMap((each) => each.split(':')[1] || []);
    const port = from.attributes['port'] ?? (from.name.startsWith('https') ? '443' : '80');
    if (ports.length === 0 || ports.includes(port)) return undefined;
    return { message: 'port', data: { host: to.name, port, ports: ports.join(', ') } };
  },
  examples: {
    bad: [
      {
        files: { 'service.yaml': service('mlflow-server'), 'job.yaml': job('«"http://mlflow:5000"»') },
        message: 'missing',
      },
      {
        files: {
          'service.yaml': service('«mlflow»', 80),
          'job.yaml': job('«"http://mlflow.mlops.svc.cluster.local:5000"»'),
        },
        message: 'port',
      },
      {
        files: {
          'service.yaml': service('«mlflow»'),
          'train.py': 'import mlflow\nmlflow.set_tracking_uri(«"http://mlflow.mlops.svc/"»)\n',
        },
        message: 'port',
      },
    ],
    good: [
      { files: { 'service.yaml': service('mlflow', 443), 'job.yaml': job('"https://mlflow.mlops.svc"') } },
      { files: { 'service.yaml': service('mlflow-server'), 'job.yaml': job('"http://10.0.0.7:5000"') } },
      { files: { 'compose.yaml': compose('http://mlflow:9000', '["8080:5000", "9000"]') } },
      { files: { 'service.yaml': service('mlflow'), 'job.yaml': job('"http://mlflow:5000"') } },
      {
        files: {
          'service.yaml': service('mlflow', 80),
          'job.yaml': job('"http://user:pw@mlflow.mlops.svc"'),
        },
      },
      { files: { 'service.yaml': service('mlflow'), 'job.yaml': job('"https://mlflow.example.com"') } },
      { files: { 'service.yaml': service('mlflow-server'), 'job.yaml': job('"http://localhost:5000"') } },
      { files: { 'service.yaml': service('mlflow-server'), 'job.yaml': job('"http://${HOST}:5000"') } },
      { files: { 'service.yaml': service('scorer'), 'job.yaml': job('"http://tracking:5000"') } },
      { files: { 'compose.yaml': compose('http://mlflow:5000') } },
      { files: { 'compose.yaml': compose('http://mlflow:8080', '["${PORT}"]') } },
    ],
  },
});

/** The service that the host names inside a cluster or a Compose network; undefined for hosts of the outer world. */
function serviceOf({ attributes }: PlacedFact): string | undefined {
  const host = attributes['host'] ?? '';
  if (host === 'localhost' || /^[\d.]+$/.test(host)) return undefined;
  return /^([\w-]+)(?:\.[\w-]+\.svc(?:\.[\w.-]+)?)?$/.exec(host)?.[1];
}
