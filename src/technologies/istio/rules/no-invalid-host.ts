import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { networking } from '../example-text';
import { hostFault } from '../hosts';

const service = (hosts: string, destination = 'scorer'): string =>
  networking(
    'VirtualService',
    `hosts: ${hosts}\nhttp:\n  - route: [{ destination: { host: ${destination} } }]\n`,
  );
const lists = [
  { view: 'istio/virtual-service', path: ['spec', 'hosts', '*'] },
  { view: 'istio/gateway', path: ['spec', 'servers', '*', 'hosts', '*'] },
];
const protocols = ['http', 'tcp', 'tls'];

export default defineRule({
  id: 'istio/no-invalid-host',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A host is no name that Istio takes.',
  why: 'The webhook of istiod refuses the resource: a host is a DNS name, or one whose first label is a wildcard; it has no scheme, no port and no path.',
  remedy: 'Write the bare name, such as `scorer.fraud.svc.cluster.local`; a port has a field of its own.',
  references: [
    {
      title: 'Istio (eed52ebb66ad): ValidateWildcardDomain',
      url: 'https://github.com/istio/istio/blob/eed52ebb66ad/pkg/config/validation/agent/validation.go',
    },
  ],
  messages: {
    empty: 'Istio refuses an empty host.',
    label: 'Istio refuses the host "{value}": it is no DNS name.',
  },
  fix: { none: 'Only the author knows the right name.' },
  looksAt: [
    ...lists,
    { view: 'istio/destination-rule', path: ['spec', 'host'] },
    ...protocols.map((protocol) => ({
      view: 'istio/virtual-service',
      path: ['spec', protocol, '*', 'route', '*', 'destination', 'host'],
    })),
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    if (value.is !== 'known') return;
    const isGateway = at.context.view.id === 'istio/gateway';
    // Hosts of a gateway may have a namespace before them; those of a route may be addresses.
    const host = isGateway ? value.value.replace(/^[^/]*\//, '') : value.value;
    if (/^[\d.]+$|:.*:/.test(host)) return;
    const fault = hostFault(host);
    if (fault) yield { message: fault, data: { value: value.value }, span: value.span };
  },
  examples: {
    bad: [
      { path: 'route.yaml', text: service('[«""»]'), message: 'empty' },
      { path: 'route.yaml', text: service('[«scorer_v2.fraud»]'), message: 'label' },
      { path: 'route.yaml', text: service('[«https://scorer»]'), message: 'label' },
      { path: 'route.yaml', text: service('[scorer]', '«"scorer:8080"»'), message: 'label' },
      { path: 'rule.yaml', text: networking('DestinationRule', 'host: «scorer-.fraud»\n'), message: 'label' },
      {
        path: 'gateway.yaml',
        text: networking(
          'Gateway',
          'servers: [{ hosts: [«fraud/scorer/v1»], port: { number: 80, name: web, protocol: HTTP } }]\n',
        ),
        message: 'label',
      },
    ],
    good: [
      { path: 'route.yaml', text: service('["*.example.com", "*-eu.example.org", scorer.fraud.]') },
      { path: 'route.yaml', text: service('[10.0.0.1, "2001:db8::1", "${HOST}"]', '"*.example.com"') },
      { path: 'rule.yaml', text: networking('DestinationRule', 'host: scorer.fraud.svc.cluster.local\n') },
      {
        path: 'gateway.yaml',
        text: networking(
          'Gateway',
          'servers: [{ hosts: [fraud/scorer.example.com, "*"], port: { number: 80, name: web, protocol: HTTP } }]\n',
        ),
      },
    ],
  },
});
