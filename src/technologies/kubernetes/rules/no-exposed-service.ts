import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { resource } from '../example-manifests';
import { services } from '../sources';

export default defineRule({
  id: 'kubernetes/no-exposed-service',
  catalogue: ['service-nodeport-or-lb'],
  equivalents: [
    'kube-linter:exposed-services',
    'kube-score:service-type',
    'kubescape:exposure-to-internet',
    'kubescape:exposed-sensitive-interfaces-v1',
    'kics:service_type_is_nodeport',
    'kics:service_with_external_load_balancer',
    'kyverno:restrict-nodeport',
    'kyverno:no-loadbalancer-service',
    'gatekeeper:block-nodeport-services',
    'gatekeeper:block-loadbalancer-services',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A Service is open to the outside of the cluster.',
  why: 'A node port, or a load balancer without further marks, is open to whoever reaches the network: dashboards of Ray and MLflow have no login.',
  remedy: 'Use ClusterIP behind an Ingress or Gateway that asks for a login.',
  references: [services],
  messages: { exposed: 'Type {type} opens the Service to the outside of the cluster.' },
  fix: 'review',
  looksAt: [{ view: 'kubernetes/service', path: ['spec', 'type'] }],
  *check(at): Iterable<Report> {
    const type = at.text();
    if (type.is !== 'known' || !['NodePort', 'LoadBalancer'].includes(type.value)) return;
    const annotations = at.outer ?? at;
    if (annotations.isUnknown()) return;
    yield {
      message: 'exposed',
      data: { type: type.value },
      span: type.span,
      fix: at.fix('review', 'Set the type to ClusterIP', at.set([], 'ClusterIP')),
    };
  },
  examples: {
    bad: [
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'spec:\n  type: «NodePort» # for now\n'),
        fixed: resource('v1', 'Service', 'spec:\n  type: ClusterIP # for now\n'),
      },
      {
        path: 'manifest.yaml',
        text: resource('v1', 'Service', 'spec: { type: «LoadBalancer», ports: [] }\n'),
        fixed: resource('v1', 'Service', 'spec: { type: ClusterIP, ports: [] }\n'),
      },
    ],
    good: [
      { path: 'manifest.yaml', text: resource('v1', 'Service', 'spec:\n  type: ClusterIP\n') },
      { path: 'manifest.yaml', text: resource('v1', 'Service', 'spec:\n  type: ${TYPE}\n') },
    ],
  },
});
