import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { volumesOf } from '../services';
import { security } from '../sources';

export default defineRule({
  id: 'compose/no-docker-socket',
  catalogue: ['docker-socket-mounted'],
  equivalents: ['kics:docker_socket_mounted_in_container', 'semgrep:exposing-docker-socket-volume'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A service mounts the socket of the container runtime.',
  why: "Whoever can write to the socket starts a privileged container with the host's disk in it: the socket is root on the host.",
  remedy: 'Put a proxy between that allows only what is needed.',
  references: [security],
  messages: { socket: '"{source}" is the container runtime\'s socket, which gives root on the host.' },
  fix: { none: 'What the service needs the socket for decides what takes its place.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    for (const { source, span } of volumesOf(at)) {
      if (/^\/(?:var\/)?run\/(?:docker|containerd\/containerd|podman\/podman)\.sock$/.test(source))
        yield { message: 'socket', data: { source }, span };
    }
  },
  examples: {
    bad: [
      {
        path: 'compose.yaml',
        text: 'services:\n  proxy:\n    image: traefik:3.2\n    volumes: [«/var/run/docker.sock:/var/run/docker.sock:ro», ./a:/a]\n',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  proxy:\n    image: traefik:3.2\n    volumes:\n      - { type: bind, source: «/run/docker.sock», target: /a }\n',
      },
    ],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  proxy:\n    image: traefik:3.2\n    volumes: [./docker.sock:/var/run/docker.sock, "${SOCKET}:/a"]\n',
      },
    ],
  },
});
