import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { volumesOf } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/no-system-volume',
  catalogue: ['sensitive-host-volume'],
  equivalents: ['kics:volume_has_sensitive_host_directory'],
  severity: 'warning',
  certainty: 'likely',
  summary: "A service mounts a folder of its host's system.",
  why: "With the host's `/etc`, `/proc` or root in reach a process reads its credentials or changes what it starts: it owns the machine.",
  remedy: 'Mount the one file that is needed, read-only.',
  references: [security],
  messages: { system: '"{source}" belongs to the host\'s system.' },
  fix: { none: 'What the service needs there is known only to its author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { source, span } of volumesOf(at)) {
      if (systemFolder.test(source)) yield { message: 'system', data: { source }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\n    volumes: [«/:/host:ro», ./a:/a]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\n    volumes: [{ type: bind, source: «/etc/», target: /a }]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\n    volumes: [«/var/lib/docker:/d»]\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\n    volumes: [/etc/localtime:/etc/localtime:ro, "./etc:/etc", "data:/var", "${ROOT}:/a", /var/run/docker.sock:/a]\n',
      },
    ],
  },
});

const systemFolder =
  /^\/(?:(?:bin|boot|dev|etc|lib|lib64|proc|root|run|sbin|sys|usr|var|var\/lib|var\/lib\/docker|var\/run|home)\/?)?$/;
