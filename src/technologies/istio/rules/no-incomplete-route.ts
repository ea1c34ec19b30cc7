import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { networking } from '../example-text';
import { isEmptyList } from '../hosts';

const service = (lines: string, hosts = '[scorer]'): string =>
  networking('VirtualService', `hosts: ${hosts}\n${lines}`);
const route = 'route: [{ destination: { host: scorer } }]';
const actions = ['redirect', 'directResponse', 'delegate'];

export default defineRule({
  id: 'istio/no-incomplete-route',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A route of a virtual service is one that Istio refuses.',
  why: 'The webhook of istiod refuses the whole resource: each rule sends requests to destinations, or redirects or answers them, and does one of these alone.',
  remedy:
    'Give the rule one of `route`, `redirect` and `directResponse`, and each entry of `route` a `destination`.',
  references: [
    {
      title: 'Istio (eed52ebb66ad): validateHTTPRouteConflict',
      url: 'https://github.com/istio/istio/blob/eed52ebb66ad/pkg/config/validation/virtualservice.go',
    },
    {
      title: 'Istio (eed52ebb66ad): ValidateVirtualService, validateHTTPRouteDestinations',
      url: 'https://github.com/istio/istio/blob/eed52ebb66ad/pkg/config/validation/validation.go',
    },
  ],
  messages: {
    none: 'Istio refuses the virtual service: it has no http, tcp or tls rule.',
    idle: 'Istio refuses the rule: it has no route, redirect or directResponse.',
    several: 'Istio refuses {second} beside {first}.',
    destination: 'Istio refuses an entry of the route without destination and host.',
    weight: 'Istio refuses the weight {value}.',
    shares: 'Istio refuses several destinations without weights.',
    host: 'The host "{value}" is listed already.',
  },
  fix: { none: 'Only the author knows where the requests go.' },
  looksAt: [{ view: 'istio/virtual-service', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const hosts = at.at('hosts');
    const protocols = ['http', 'tcp', 'tls'];
    // Without hosts it may be a patch.
    if (hosts && protocols.every((key) => at.get(key).is === 'absent' || isEmptyList(at, key)))
      yield { message: 'none', span: hosts.anchor };
    const seen = new Set<string>();
    for (const host of hosts?.items() ?? []) {
      const name = host.text();
      if (name.is !== 'known') continue;
      if (seen.has(name.value)) yield { message: 'host', data: { value: name.value }, span: name.span };
      seen.add(name.value);
    }
    for (const rule of at.at('http')?.items() ?? []) yield* ruleFaults(rule);
    for (const key of protocols) for (const rule of at.at(key)?.items() ?? []) yield* destinationFaults(rule);
  },
  examples: {
    bad: [
      {
        path: 'route.yaml',
        text: service('http: [{ route: [{ «destination»: { subset: v1 } }] }]\n'),
        message: 'destination',
      },
      {
        path: 'route.yaml',
        text: service('http: [{ «route»: [{ destination: { host: a } }, { destination: { host: b } }] }]\n'),
        message: 'shares',
      },
      { path: 'route.yaml', text: networking('VirtualService', '«hosts»: [scorer]\n'), message: 'none' },
      { path: 'route.yaml', text: service('http: [{ «name»: all }]\n'), message: 'idle' },
      { path: 'route.yaml', text: service('http: [{ «route»: [] }]\n'), message: 'idle' },
      {
        path: 'route.yaml',
        text: service(`http: [{ ${route}, «redirect»: { uri: /v2 } }]\n`),
        message: 'several',
      },
      {
        path: 'route.yaml',
        text: service('http: [{ directResponse: { status: 503 }, «rewrite»: { uri: /v2 } }]\n'),
        message: 'several',
      },
      {
        path: 'route.yaml',
        text: service('http: [{ route: [{ «weight»: 100 }] }]\n'),
        message: 'destination',
      },
      {
        path: 'route.yaml',
        text: service('tcp: [{ route: [{ destination: { host: a }, weight: «-1» }] }]\n'),
        message: 'weight',
      },
      { path: 'route.yaml', text: service(`http: [{ ${route} }]\n`, '[a, «a»]'), message: 'host' },
    ],
    good: [
      {
        path: 'route.yaml',
        text: service(
          'http: [{ route: ["${FIRST}", "${SECOND}"] }, { route: [{ destination: "${FIRST}" }] }]\n',
        ),
      },
      { path: 'route.yaml', text: service(`http: [{ ${route}, rewrite: { uri: /v2 } }]\n`) },
      { path: 'route.yaml', text: service('http: [{ redirect: { uri: /v2 } }]\n') },
      { path: 'route.yaml', text: service('http: [{ directResponse: { status: 503 } }]\n') },
      { path: 'route.yaml', text: service('http: [{ delegate: { name: scorer } }]\n') },
      { path: 'route.yaml', text: service('http: [{ route: "${ROUTE}" }, "${RULE}"]\n') },
      { path: 'route.yaml', text: service('http: ${RULES}\n', '["${A}", "${A}"]') },
      { path: 'route.yaml', text: networking('VirtualService', `http: [{ ${route} }]\n`) },
    ],
  },
});

function* ruleFaults(rule: NodeView): Iterable<Report> {
  if (rule.node?.type !== 'map' || rule.isUnknown()) return;
  const isIdle = rule.get('route').is === 'absent' || isEmptyList(rule, 'route');
  if (isIdle && actions.every((key) => rule.get(key).is === 'absent'))
    yield { message: 'idle', span: rule.at('route')?.anchor ?? rule.entries()[0]?.anchor ?? rule.span };
  const first = ['redirect', 'directResponse', 'delegate'].find((key) => rule.get(key).is === 'known');
  if (first === undefined) return;
  const others = ['redirect', 'directResponse', 'route', 'fault', 'rewrite'];
  for (const second of first === 'delegate' ? ['redirect', 'route'] : others) {
    const found = rule.at(second);
    if (second === first || !found || found.isUnknown() || isEmptyList(rule, second)) continue;
    const [earlier, later] = second === 'route' ? [second, first] : [first, second];
    yield {
      message: 'several',
      data: { first: earlier, second: later },
      span: rule.at(later)?.anchor ?? found.anchor,
    };
  }
}

function* destinationFaults(rule: NodeView): Iterable<Report> {
  const entries = rule.at('route')?.items() ?? [];
  const weights = entries.map((entry) => entry.get('weight'));
  // Weights that are all written as 0 belong to istio/no-uneven-route-weights.
  if (
    entries.length > 1 &&
    weights.every(({ is }) => is === 'absent') &&
    entries.every((entry) => !entry.isUnknown())
  )
    yield { message: 'shares', span: rule.at('route')?.anchor ?? rule.span };
  for (const entry of rule.at('route')?.items() ?? []) {
    if (entry.node?.type !== 'map' || entry.isUnknown()) continue;
    const destination = entry.get('destination');
    if (destination.is === 'absent')
      yield { message: 'destination', span: entry.entries()[0]?.anchor ?? entry.span };
    const host = entry.get('destination', 'host');
    if (destination.is === 'known' && destination.value.node?.type === 'map' && host.is === 'absent')
      yield { message: 'destination', span: destination.value.anchor };
    const weight = entry.number('weight');
    if (weight.is === 'known' && weight.value < 0)
      yield { message: 'weight', data: { value: weight.value }, span: weight.span };
  }
}
