import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { networking } from '../example-text';

const gateway = (hosts: string, selector = 'ingressgateway'): string =>
  networking(
    'Gateway',
    `selector: { istio: ${selector} }\nservers:\n  - port: { number: 443, name: https, protocol: HTTPS }\n    tls: { mode: SIMPLE, credentialName: cert }\n    hosts: ${hosts}\n`,
  );

export default defineRule({
  id: 'istio/no-wildcard-gateway-host',
  catalogue: ['istio-gateway-wildcard-host'],
  equivalents: [],
  severity: 'info',
  certainty: 'likely',
  summary: 'The gateway serves every host name.',
  why: 'Any VirtualService of any namespace can bind to this gateway and publish a model or a dashboard under a name nobody expects.',
  remedy: 'Name the hosts, with their namespace where one is meant: `fraud/fraud.example.com`.',
  references: [
    {
      title: 'Istio: Gateway, Server',
      url: 'https://istio.io/latest/docs/reference/config/networking/gateway/#Server',
    },
  ],
  messages: { any: 'The host "{value}" publishes whatever binds to this gateway.' },
  fix: { none: 'Which hosts are meant is known to the author.' },
  looksAt: [{ view: 'istio/gateway', path: ['spec'] }],
  *check(at): Iterable<Report> {
    const selectors = at.at('selector')?.entries() ?? [];
    const isLocal = selectors.some((label) => {
      const value = label.text();
      return value.is === 'known' && /local/.test(value.value);
    });
    if (isLocal) return;
    for (const server of at.at('servers')?.items() ?? []) {
      for (const item of server.at('hosts')?.items() ?? []) {
        const host = item.text();
        if (host.is !== 'known' || !['*', '*/*'].includes(host.value)) continue;
        yield { message: 'any', data: { value: host.value }, span: host.span };
      }
    }
  },
  examples: {
    bad: [
      { path: 'gateway.yaml', text: gateway('[«"*"»] # all') },
      { path: 'gateway.yaml', text: gateway("[fraud.example.com, «'*/*'»]") },
    ],
    good: [
      { path: 'gateway.yaml', text: gateway('["*.fraud.example.com"]') },
      { path: 'gateway.yaml', text: gateway('["fraud/*"]') },
      { path: 'gateway.yaml', text: gateway('["*"]', 'cluster-local-gateway') },
      { path: 'gateway.yaml', text: gateway('["${HOST}"]') },
    ],
  },
});
