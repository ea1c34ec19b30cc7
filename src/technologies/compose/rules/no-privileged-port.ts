import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { portsOf } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-privileged-port',
  catalogue: ['privileged-ports'],
  equivalents: ['kics:privileged_ports_mapped_in_container'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service takes a port of the host below 1024.',
  why: "Those are the ports of the host's own services, and rootless Docker may not take them.",
  remedy: 'Publish it above 1023 behind a proxy.',
  references: [services],
  messages: { low: 'Port {port} of the host is below 1024.' },
  fix: { none: 'What reaches the service there is known only to the author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { published, target, span } of portsOf(at)) {
      const first = Number.parseInt(published ?? target, 10);
      if (first > 0 && first < 1024) yield { message: 'low', data: { port: published ?? target }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: [«"80:8080"», "8080:80"]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: [{ target: 8080, published: «1023», protocol: udp }]\n',
      },
      { path: 'compose.yaml', text: 'services:\n  a:\n    image: a:1.0\n    ports: [«"70-8000"»]\n' },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    ports: ["1024:80", "127.0.0.1:8080:80", "${PORT}:80"]\n',
      },
    ],
  },
});
