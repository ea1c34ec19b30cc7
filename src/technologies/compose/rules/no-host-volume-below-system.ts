import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { volumesOf } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/no-host-volume-below-system',
  catalogue: ['sensitive-host-volume'],
  equivalents: ['kics:volume_has_sensitive_host_directory'],
  severity: 'info',
  certainty: 'opinion',
  summary: "A service mounts something out of its host's system folders.",
  why: "What lies below the system's folders belongs to the host: its devices, its logs, its configuration.",
  remedy: 'Keep what the service needs in a folder of its own.',
  references: [security],
  messages: { below: '"{source}" lies in a system folder of the host.' },
  fix: { none: 'What the service needs there is known only to its author.' },
  looksAt: [{ view: 'compose/file', path: [] }],
  *check(at): Iterable<Report> {
    for (const service of at.at('services')?.entries() ?? []) {
      for (const { source, span } of volumesOf(service)) {
        if (systemFolder.test(source)) yield { message: 'below', data: { source }, span };
      }
    }
    for (const volume of at.at('volumes')?.entries() ?? []) {
      for (const key of ['mountpoint', 'device']) {
        const source = volume.text('driver_opts', key);
        if (source.is === 'known' && systemFolder.test(source.value))
          yield { message: 'below', data: { source: source.value }, span: source.span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\n    volumes: [«/etc/localtime:/etc/localtime:ro», ./a:/a]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\nvolumes:\n  a: { driver_opts: { mountpoint: «/var/data», type: none } }\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\nvolumes:\n  a: { driver_opts: { device: «/» } }\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  agent:\n    image: agent:1.0\n    volumes: [/data/etc:/etc, /variable:/a, "${ROOT}/etc:/a"]\nvolumes:\n  a: { driver_opts: { device: /data, type: /etc } }\n',
      },
    ],
  },
});

const systemFolder = /^\/(?:$|(?:bin|boot|dev|etc|home|lib|lib64|proc|root|run|sbin|sys|usr|var)(?:\/|$))/;
