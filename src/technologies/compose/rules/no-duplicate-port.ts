import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { portsOf } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-duplicate-port',
  catalogue: ['duplicate-exported-port'],
  equivalents: ['dclint:no-duplicate-exported-ports'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'Two services publish the same port of the host.',
  why: 'The second one does not start: the port is already allocated.',
  remedy: 'Give one of them another port.',
  references: [services],
  messages: { duplicate: 'Port {port} of the host is taken by service "{other}".' },
  fix: { none: 'Which of the two keeps the port is known only to the author.' },
  looksAt: [{ view: 'compose/file', path: ['services'] }],
  *check(at): Iterable<Report> {
    const taken = new Map<string, string>();
    for (const service of at.entries()) {
      // A service of a profile may never run beside the other.
      if (service.has('profiles')) continue;
      for (const { published, protocol, hostIp = '0.0.0.0', span } of portsOf(service)) {
        for (const port of portRange(published)) {
          const keys = [`${hostIp}:${port}/${protocol}`, `0.0.0.0:${port}/${protocol}`];
          const other = keys.map((key) => taken.get(key)).find((name) => name !== undefined);
          if (other !== undefined && other !== service.key) {
            yield { message: 'duplicate', data: { port, other }, span };
            break;
          }
          taken.set(keys[0] ?? '', service.key);
        }
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", ports: ["8080:80"] }\n  b: { image: "b:1.0", ports: [«"8080:81"», "9090:9090"] }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", ports: ["8080-8090:80-90"] }\n  b: { image: "b:1.0", ports: [{ target: 80, published: «8085», protocol: tcp }] }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", ports: ["8080:80"] }\n  b: { image: "b:1.0", ports: [«"127.0.0.1:8080:81"»] }\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", ports: ["8080:80", "8080:80"] }\n  b: { image: "b:1.0", ports: ["8081:80", "8080:80/udp", "${PORT}:80"] }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", ports: ["80"] }\n  b: { image: "b:1.0", ports: ["80"] }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", profiles: [cpu], ports: ["8080:80"] }\n  b: { image: "b:1.0", ports: ["8080:80"] }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  a: { image: "a:1.0", ports: ["127.0.0.1:8080:80"] }\n  b: { image: "b:1.0", ports: ["127.0.0.2:8080:80"] }\n',
      },
    ],
  },
});

const longestRange = 1000;

function portRange(published: string | undefined): string[] {
  const [first = NaN, last = first] = (published ?? '').split('-').map(Number);
  if (!Number.isInteger(first) || !Number.isInteger(last) || published === undefined || published === '')
    return [];
  const ports: string[] = [];
  for (let port = first; port <= last && ports.length < longestRange; port++) ports.push(String(port));
  return ports;
}
