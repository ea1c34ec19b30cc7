import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { networking } from '../example-text';

const gateway = (server: string): string =>
  networking('Gateway', `selector: { istio: ingressgateway }\nservers:\n  - ${server}`);
const port = (protocol: string): string =>
  `port: { number: 80, name: http, protocol: ${protocol} }\n    hosts: [fraud.example.com]\n`;

export default defineRule({
  id: 'istio/no-plain-http-gateway',
  catalogue: ['istio-gateway-plain-http'],
  equivalents: [],
  severity: 'warning',
  certainty: 'likely',
  environment: 'transport',
  summary: 'The gateway takes requests in plain text.',
  why: 'Features, predictions and tokens of callers cross the network readable, and can be changed on the way.',
  remedy: 'Serve HTTPS, and let port 80 only redirect: `tls: {httpsRedirect: true}`.',
  references: [
    {
      title: 'Istio: Gateway, ServerTLSSettings',
      url: 'https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings',
    },
  ],
  messages: { plain: 'The gateway serves {protocol} on this port and redirects nobody to HTTPS.' },
  fix: 'review',
  looksAt: [{ view: 'istio/gateway', path: ['spec', 'servers', '*'] }],
  *check(at): Iterable<Report> {
    const protocol = at.text('port', 'protocol');
    if (protocol.is !== 'known' || !['HTTP', 'HTTP2', 'GRPC'].includes(protocol.value)) return;
    const redirect = at.boolean('tls', 'httpsRedirect');
    if (redirect.is !== 'absent' && !(redirect.is === 'known' && !redirect.value)) return;
    const fix = at.fix('review', 'Redirect to HTTPS', at.set(['tls', 'httpsRedirect'], true));
    yield { message: 'plain', data: { protocol: protocol.value }, span: protocol.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'gateway.yaml',
        text: gateway(port('«HTTP»').replace(']\n', '] # public\n')),
        fixed: gateway(`${port('HTTP').replace(']\n', '] # public\n')}    tls:\n      httpsRedirect: true\n`),
      },
      {
        path: 'gateway.yaml',
        text: gateway(`${port('«HTTP»')}    tls: { httpsRedirect: false }\n`),
        fixed: gateway(`${port('HTTP')}    tls: { httpsRedirect: true }\n`),
      },
      {
        path: 'gateway.yaml',
        text: gateway(port('«GRPC»')),
        fixed: gateway(`${port('GRPC')}    tls:\n      httpsRedirect: true\n`),
      },
      {
        path: 'gateway.yaml',
        text: gateway(port('«HTTP2»')),
        fixed: gateway(`${port('HTTP2')}    tls:\n      httpsRedirect: true\n`),
      },
    ],
    good: [
      { path: 'gateway.yaml', text: gateway(`${port('HTTP')}    tls: { httpsRedirect: true }\n`) },
      {
        path: 'gateway.yaml',
        text: gateway(`${port('HTTPS')}    tls: { mode: SIMPLE, credentialName: fraud-cert }\n`),
      },
      { path: 'gateway.yaml', text: gateway(port('TCP')) },
      { path: 'gateway.yaml', text: gateway(port('"${PROTOCOL}"')) },
      { path: 'gateway.yaml', text: gateway(`${port('HTTP')}    tls: { httpsRedirect: "\${REDIRECT}" }\n`) },
    ],
  },
});
