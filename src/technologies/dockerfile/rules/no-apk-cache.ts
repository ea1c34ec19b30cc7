import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, isMounted, runCommands } from '../commands';
import { insertBehind } from '../instructions';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-apk-cache',
  catalogue: ['apk-no-cache'],
  equivalents: [
    'hadolint:DL3019',
    'trivy:DS-0025',
    'kics:apk_add_using_local_cache_path',
    'semgrep:missing-apk-no-cache',
  ],
  severity: 'info',
  certainty: 'certain',
  summary: 'The index of apk stays in the image.',
  why: 'It makes the image larger, and a later `apk add` believes a stale list.',
  remedy: 'Use `apk add --no-cache`; it needs no `apk update` before.',
  references: [hadolint('DL3019')],
  messages: { cache: 'apk keeps its index in the image.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (isMounted(at, '/var/cache/apk')) return;
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'apk' || hasOption(command, '--no-cache')) continue;
      yield {
        message: 'cache',
        span: install.verb.span,
        fix: at.fix('safe', 'Add --no-cache', insertBehind(install.verb, ' --no-cache')),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM alpine:3.20\nRUN apk «add» curl=8.11.0-r0 # tool\n',
        fixed: 'FROM alpine:3.20\nRUN apk add --no-cache curl=8.11.0-r0 # tool\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk add --no-cache curl\n' },
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk --no-cache add curl\n' },
      {
        path: 'Dockerfile',
        text: 'FROM alpine:3.20\nRUN --mount=type=cache,target=/var/cache/apk apk add curl\n',
      },
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk del curl\n' },
    ],
  },
});
