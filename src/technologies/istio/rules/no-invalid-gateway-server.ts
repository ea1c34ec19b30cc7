import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { networking } from '../example-text';
import { isEmptyList } from '../hosts';

const protocols = ['http', 'http2', 'http_proxy', 'https', 'grpc', 'grpc-web', 'tls', 'tcp', 'udp'];
const known = new Set([...protocols, 'mongo', 'redis', 'mysql']);
const label = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/i;
const gateway = (...servers: string[]): string =>
  networking('Gateway', `servers:\n${servers.map((server) => `  - ${server}\n`).join('')}`);
const server = (port: string, hosts = '[a.example.com]', more = ''): string =>
  `{ hosts: ${hosts}, port: { ${port} }${more} }`;
const tls = (lines: string): string =>
  server('number: 443, name: https, protocol: HTTPS', undefined, `, tls: { ${lines} }`);

export default defineRule({
  id: 'istio/no-invalid-gateway-server',
  catalogue: [],
  equivalents: [],
  severity: 'error',
  certainty: 'certain',
  summary: 'A server of a gateway is one that Istio refuses.',
  why: 'The webhook of istiod refuses the whole gateway: each server needs hosts and a port with number, protocol and a name of its own, and a server that ends TLS needs a certificate.',
  remedy:
    'Give the server `hosts`, and `port` with `number`, `name` and `protocol`; with HTTPS or TLS also `tls` with `mode` and `credentialName`.',
  references: [
    {
      title: 'Istio (eed52ebb66ad): validateServer, validateServerPort, validateTLSOptions',
      url: 'https://github.com/istio/istio/blob/eed52ebb66ad/pkg/config/validation/validation.go',
    },
  ],
  messages: {
    missing: 'Istio refuses a server of a gateway without {key}.',
    number: 'Istio refuses the port {value}; it takes 1 to 65535.',
    socket: 'Istio refuses the port {value} of a server that is bound to a Unix socket.',
    protocol: 'Istio refuses the protocol "{value}".',
    name: 'Another port of this gateway is called "{value}" already.',
    title: 'Istio refuses the name "{value}" of a gateway: it is no DNS label.',
    none: 'Istio refuses a gateway without servers.',
    plain: 'Istio refuses TLS mode {mode} on a port whose protocol is {protocol}.',
    certificate: 'Istio refuses TLS mode {mode} without a certificate.',
  },
  fix: { none: 'Only the author knows what the gateway serves.' },
  looksAt: [{ view: 'istio/gateway', path: [] }],
  *check(at): Iterable<Report> {
    const title = at.text('metadata', 'name');
    if (title.is === 'known' && !label.test(title.value))
      yield { message: 'title', data: { value: title.value }, span: title.span };
    const servers = at.at('spec', 'servers');
    if (servers && isEmptyList(at, 'spec', 'servers')) yield { message: 'none', span: servers.anchor };
    const names = new Set<string>();
    for (const item of servers?.items() ?? []) {
      if (item.node?.type !== 'map' || item.isUnknown()) continue;
      const hosts = item.get('hosts');
      if (hosts.is === 'absent' || isEmptyList(item, 'hosts'))
        yield { message: 'missing', data: { key: 'hosts' }, span: item.at('hosts')?.anchor ?? item.span };
      const port = item.get('port');
      if (port.is === 'absent') yield { message: 'missing', data: { key: 'port' }, span: port.anchor };
      if (port.is === 'known' && port.value.node?.type === 'map') yield* portFaults(item, port.value, names);
      yield* certificateFaults(item);
    }
  },
  examples: {
    bad: [
      {
        path: 'gateway.yaml',
        text: gateway(
          server('number: «80», name: web, protocol: HTTP', undefined, ', bind: unix:///run/a.sock'),
        ),
        message: 'socket',
      },
      {
        path: 'gateway.yaml',
        text: gateway(server('number: 80, name: web, protocol: HTTP')).replace('scorer', '«scorer.v1»'),
        message: 'title',
      },
      { path: 'gateway.yaml', text: networking('Gateway', '«servers»: []\n'), message: 'none' },
      {
        path: 'gateway.yaml',
        text: gateway(tls('mode: «SIMPLE», credentialName: a').replace('HTTPS', 'HTTP')),
        message: 'plain',
      },
      {
        path: 'gateway.yaml',
        text: gateway(`{ «hosts»: [], port: { number: 80, name: a, protocol: HTTP } }`),
        message: 'missing',
      },
      {
        path: 'gateway.yaml',
        text: gateway('«{ port: { number: 80, name: web, protocol: HTTP } }»'),
        message: 'missing',
      },
      { path: 'gateway.yaml', text: gateway('{ «hosts»: [a.example.com] }'), message: 'missing' },
      {
        path: 'gateway.yaml',
        text: gateway(server('number: 80, name: web').replace('port', '«port»')),
        message: 'missing',
      },
      {
        path: 'gateway.yaml',
        text: gateway(server('number: 80, name: «""», protocol: HTTP')),
        message: 'missing',
      },
      {
        path: 'gateway.yaml',
        text: gateway(server('number: «0», name: web, protocol: HTTP')),
        message: 'number',
      },
      {
        path: 'gateway.yaml',
        text: gateway(server('number: 80, name: web, protocol: «HTTP3»')),
        message: 'protocol',
      },
      {
        path: 'gateway.yaml',
        text: gateway(
          server('number: 80, name: web, protocol: HTTP'),
          server('number: 81, name: «web», protocol: HTTP', '[b.example.com]'),
        ),
        message: 'name',
      },
      {
        path: 'gateway.yaml',
        text: gateway(server('«number»: 443, name: https, protocol: HTTPS')),
        message: 'missing',
      },
      { path: 'gateway.yaml', text: gateway(tls('mode: «SIMPLE»')), message: 'certificate' },
      {
        path: 'gateway.yaml',
        text: gateway(tls('mode: «MUTUAL», credentialName: ""')),
        message: 'certificate',
      },
    ],
    good: [
      {
        path: 'gateway.yaml',
        text: gateway(
          server('number: 80, name: web, protocol: http'),
          tls('mode: SIMPLE, credentialName: a'),
        ),
      },
      { path: 'gateway.yaml', text: gateway(tls('mode: PASSTHROUGH'), '${SERVER}') },
      { path: 'gateway.yaml', text: gateway(tls('mode: SIMPLE, serverCertificate: /a, privateKey: /b')) },
      {
        path: 'gateway.yaml',
        text: gateway(server('number: "${PORT}", name: web, protocol: "${PROTOCOL}"', '"${HOSTS}"')),
      },
      {
        path: 'gateway.yaml',
        text: gateway(
          `{ hosts: [a.example.com], bind: unix:///run/a.sock, port: { name: web, protocol: HTTP } }`,
        ),
      },
      { path: 'gateway.yaml', text: networking('Gateway', 'servers: ${SERVERS}\n') },
    ],
  },
});

function* portFaults(item: NodeView, port: NodeView, names: Set<string>): Iterable<Report> {
  const [number, protocol, name] = [port.number('number'), port.text('protocol'), port.text('name')];
  const bind = item.text('bind');
  const isSocket = bind.is !== 'absent' && !(bind.is === 'known' && !bind.value.startsWith('unix://'));
  if (number.is === 'absent' && !isSocket)
    yield { message: 'missing', data: { key: 'port.number' }, span: number.anchor };
  if (number.is === 'known' && !isSocket && (number.value < 1 || number.value > 65535))
    yield { message: 'number', data: { value: number.value }, span: number.span };
  if (number.is === 'known' && number.value !== 0 && bind.is === 'known' && isSocket)
    yield { message: 'socket', data: { value: number.value }, span: number.span };
  if (protocol.is === 'absent')
    yield { message: 'missing', data: { key: 'port.protocol' }, span: protocol.anchor };
  if (protocol.is === 'known' && !known.has(protocol.value.toLowerCase()))
    yield { message: 'protocol', data: { value: protocol.value }, span: protocol.span };
  if (protocol.is === 'known' && /^(?:https|tls)$/i.test(protocol.value) && item.get('tls').is === 'absent')
    yield { message: 'missing', data: { key: 'tls' }, span: port.entries()[0]?.anchor ?? port.anchor };
  if (name.is === 'absent') yield { message: 'missing', data: { key: 'port.name' }, span: name.anchor };
  if (name.is !== 'known') return;
  if (name.value === '') yield { message: 'missing', data: { key: 'port.name' }, span: name.span };
  else if (names.has(name.value)) yield { message: 'name', data: { value: name.value }, span: name.span };
  names.add(name.value);
}

function* certificateFaults(item: NodeView): Iterable<Report> {
  const mode = item.text('tls', 'mode');
  if (mode.is !== 'known' || !/^(?:SIMPLE|MUTUAL|OPTIONAL_MUTUAL)$/.test(mode.value)) return;
  const protocol = item.text('port', 'protocol');
  if (
    protocol.is === 'known' &&
    known.has(protocol.value.toLowerCase()) &&
    !/^(?:https|tls)$/i.test(protocol.value)
  )
    yield { message: 'plain', data: { mode: mode.value, protocol: protocol.value }, span: mode.span };
  const lacks = (key: string): boolean => {
    const value = item.text('tls', key);
    return value.is === 'absent' || (value.is === 'known' && value.value === '');
  };
  const lists = ['credentialNames', 'tlsCertificates'];
  if (lists.some((key) => item.get('tls', key).is !== 'absent' && !isEmptyList(item, 'tls', key))) return;
  if (lacks('credentialName') && (lacks('serverCertificate') || lacks('privateKey')))
    yield { message: 'certificate', data: { mode: mode.value }, span: mode.span };
}
