import { defineRule, known } from '../../../core';
import type { Report } from '../../../core';
import { portsOf } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-port-on-all-interfaces',
  catalogue: ['port-bound-all-interfaces'],
  equivalents: ['kics:container_traffic_not_bound_to_host_interface', 'dclint:no-unbound-port-interfaces'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A published port is open to the whole network.',
  why: "Docker opens the port past the host's firewall: Jupyter, MLflow and Kafka's console have no login by default.",
  remedy: 'Bind it: `127.0.0.1:8888:8888`.',
  references: [services],
  messages: { open: 'Port {port} is open on all interfaces of the host.' },
  fix: 'review',
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    if (known(at.text('network_mode')) === 'host') return;
    for (const { hostIp, published, target, span, isShort, node } of portsOf(at)) {
      if (hostIp !== undefined && hostIp !== '0.0.0.0' && hostIp !== '[::]') continue;
      const text = known(node.text());
      const bare = text?.replace(/^(?:0\.0\.0\.0|\[::\]):/, '');
      const edits =
        isShort && published !== undefined && node.node?.type === 'scalar' && at.context.edits
          ? at.context.edits.setScalar(at.document, node.node, `127.0.0.1:${bare ?? ''}`)
          : undefined;
      yield {
        message: 'open',
        data: { port: published ?? target },
        span,
        fix: at.fix('review', 'Bind it to this machine', edits),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports:\n      - «"8888:8888"» # lab\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n    ports:\n      - "127.0.0.1:8888:8888" # lab\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: [«"0.0.0.0:80:80"», "127.0.0.1:81:81"]\n',
        fixed: 'services:\n  a:\n    image: a:1.0\n    ports: ["127.0.0.1:80:80", "127.0.0.1:81:81"]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: [{ target: 80, published: «8080», protocol: tcp }]\n',
      },
      { path: 'compose.yaml', text: 'services:\n  a:\n    image: a:1.0\n    ports: [«"9000"»]\n' },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: ["127.0.0.1:8888:8888", "[::1]:80:80", "${PORT}:80"]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: [{ target: 80, published: "127.0.0.1:8080" }, { target: 80, published: 81, host_ip: 127.0.0.1 }]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    network_mode: host\n    ports: ["80:80"]\n',
      },
    ],
  },
});
