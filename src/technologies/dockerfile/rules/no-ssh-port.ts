import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, wordsOf } from '../instructions';
import { reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-ssh-port',
  catalogue: ['expose-ssh'],
  equivalents: ['checkov:CKV_DOCKER_1', 'trivy:DS-0004', 'kics:exposing_port_22', 'sonar:S6473'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The image offers SSH.',
  why: 'A second way into the container, with keys and users of its own that no platform governs.',
  remedy: 'Use `docker exec` or `kubectl exec`, and remove the SSH server.',
  references: [reference],
  messages: { ssh: 'Port 22 offers SSH into the container.' },
  fix: { none: 'The server is in the image.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'EXPOSE') return;
    for (const word of wordsOf(at))
      if (/^22(?:\/tcp)?$/i.test(word.text)) yield { message: 'ssh', span: word.span };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE 8080 «22/tcp» 9090\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE «22»\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE 2222 22/udp\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN echo 22\n' },
    ],
  },
});
