import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { instructionsOf, keywordOf, pairsOf, wordsOf } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-invalid-port',
  catalogue: ['port-out-of-range'],
  equivalents: [
    'hadolint:DL3011',
    'trivy:DS-0008',
    'kics:unix_ports_out_of_range',
    'semgrep:invalid-port',
    'buildkit:ExposeInvalidFormat',
    'dockerfile-utils:InvalidPort',
  ],
  severity: 'error',
  certainty: 'certain',
  summary: 'EXPOSE names a port that cannot be.',
  why: 'The builder refuses it: ports go from 0 to 65535, with an optional range and protocol.',
  remedy: 'Name a port, such as `8080` or `8080/tcp`.',
  references: [reference, hadolint('DL3011')],
  messages: { invalid: '"{port}" is no port.' },
  fix: { none: 'Which port was meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'EXPOSE') return;
    const defaults = at.outer;
    for (const word of wordsOf(at)) {
      const text = resolved(word.text, defaults);
      if (text !== undefined && !isPort(text))
        yield { message: 'invalid', data: { port: word.text }, span: word.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE 8080 «65536» 9090\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE «8000-»\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE «9000-8000»\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE «127.0.0.1:80:80»\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV PORT=http\nEXPOSE «$PORT»\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE «80/http»\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nEXPOSE 0 65535 8000-8010/udp 53/UDP 80/sctp 8080/tcp\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nARG PORT\nEXPOSE ${PORT} $OTHER\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nENV PORT=80\nEXPOSE $PORT\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nLABEL port=99999\n' },
    ],
  },
});

/** The word, or what the stage sets its variable to; undefined where that is not known. */
function resolved(text: string, stage: NodeView | undefined): string | undefined {
  const name = /^\$\{?(\w+)\}?$/.exec(text)?.[1];
  if (name === undefined) return text.includes('$') ? undefined : text;
  const pairs = stage ? instructionsOf(stage, 'ENV').flatMap(pairsOf) : [];
  const value = pairs.find((pair) => pair.name.text === name)?.value?.text;
  return value === undefined || value.includes('$') ? undefined : value;
}

function isPort(text: string): boolean {
  const match = /^(\d+)(?:-(\d+))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text);
  if (!match) return false;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first <= last && last <= 65535;
}
