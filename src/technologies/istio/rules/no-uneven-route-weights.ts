import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { networking } from '../example-text';

const service = (route: string): string =>
  networking('VirtualService', `hosts: [scorer]\nhttp:\n  - route: ${route}\n`);
const to = (host: string, weight: string): string => `{ destination: { host: ${host} }, weight: ${weight} }`;

export default defineRule({
  id: 'istio/no-uneven-route-weights',
  catalogue: ['istio-vs-weights'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The weights of a route do not add up to 100.',
  why: 'Weights are shares of their sum, not percent: 90 and 20 send 18 of 100 requests to the canary, not 20, and who reads the file judges the canary by a wrong figure.',
  remedy: 'Make the weights add up to 100.',
  references: [
    {
      title: 'Istio: VirtualService, HTTPRouteDestination',
      url: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRouteDestination',
    },
  ],
  messages: {
    sum: 'The weights add up to {sum}: this destination gets {share} percent, not {weight}.',
    none: 'Istio refuses the route: all its weights are 0.',
  },
  fix: { none: 'Only the author knows the shares.' },
  looksAt: [
    { view: 'istio/virtual-service', path: ['spec', 'http', '*', 'route'] },
    { view: 'istio/virtual-service', path: ['spec', 'tcp', '*', 'route'] },
    { view: 'istio/virtual-service', path: ['spec', 'tls', '*', 'route'] },
  ],
  *check(at): Iterable<Report> {
    const weights = at.items().map((item) => item.number('weight'));
    let sum = 0;
    for (const weight of weights) {
      if (weight.is !== 'known') return;
      sum += weight.value;
    }
    const last = weights[weights.length - 1];
    if (weights.length < 2 || last?.is !== 'known' || sum === 100) return;
    if (sum === 0) {
      yield { message: 'none', span: last.span, severity: 'error' };
      return;
    }
    // Equal shares such as 1 and 1 are plain to read.
    if (weights.every((weight) => weight.is === 'known' && weight.value === last.value)) return;
    const share = Math.round((1000 * last.value) / sum) / 10;
    yield { message: 'sum', data: { sum, share, weight: last.value }, span: last.span };
  },
  examples: {
    bad: [
      {
        path: 'route.yaml',
        text: service(`[${to('stable', '0')}, ${to('canary', '«0»')}] # off`),
        message: 'none',
        severity: 'error',
      },
      {
        path: 'route.yaml',
        text: service(`[${to('stable', '90')}, ${to('canary', '«20»')}] # try`),
        message: 'sum',
      },
      {
        path: 'route.yaml',
        text: service(`[${to('stable', '90')}, ${to('canary', '«9»')}]`).replace('http:', 'tcp:'),
        message: 'sum',
      },
      {
        path: 'route.yaml',
        text: service(`[${to('stable', '4')}, ${to('canary', '«1»')}]`).replace(
          'http:\n    - route',
          'tls:\n    - match: [{ sniHosts: [scorer] }]\n      route',
        ),
        message: 'sum',
      },
    ],
    good: [
      { path: 'route.yaml', text: service(`[${to('stable', '90')}, ${to('canary', '10')}]`) },
      { path: 'route.yaml', text: service(`[${to('stable', '90')}]`) },
      { path: 'route.yaml', text: service(`[${to('stable', '1')}, ${to('other', '1')}]`) },
      { path: 'route.yaml', text: service(`[${to('stable', '90')}, ${to('canary', '"${SHARE}"')}]`) },
      {
        path: 'route.yaml',
        text: service('[{ destination: { host: a } }, { destination: { host: b }, weight: 3 }]'),
      },
    ],
  },
});
