import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMounted, runCommands } from '../commands';
import { insertBehind, ships } from '../instructions';
import { packageCommand } from '../packages';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-kept-apt-lists',
  catalogue: ['apt-lists-not-removed'],
  equivalents: [
    'hadolint:DL3009',
    'kics:apt_get_install_lists_were_not_deleted',
    'semgrep:remove-package-lists',
    'semgrep:remove-package-cache',
  ],
  severity: 'info',
  certainty: 'certain',
  summary: 'The lists of apt packages stay in the image.',
  why: 'They are tens of megabytes, stale the next day, and a later `apt-get install` believes them.',
  remedy: 'End the same RUN with `rm -rf /var/lib/apt/lists/*`.',
  references: [bestPractices, hadolint('DL3009')],
  messages: { kept: 'The package lists of apt stay in the image.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (isMounted(at, '/var/lib/apt') || !ships(at)) return;
    const commands = runCommands(at);
    const update = commands
      .map(packageCommand)
      .find((found) => found?.manager === 'apt' && found.verb.text === 'update');
    const removes = commands.some(
      ({ name, words }) => name === 'rm' && words.some(({ text }) => text.startsWith('/var/lib/apt/lists')),
    );
    if (!update || removes) return;
    const last = commands.at(-1)?.words.at(-1);
    const isPlain =
      last && commands.every(({ operator }, index) => operator === '&&' || index === commands.length - 1);
    const edits = isPlain ? insertBehind(last, ' && rm -rf /var/lib/apt/lists/*') : undefined;
    yield { message: 'kept', span: update.verb.span, fix: at.fix('safe', 'Remove the lists', edits) };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get «update» && apt-get install -y curl\n',
        fixed:
          'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get «update»; apt-get install -y curl\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y curl\n' },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12 AS build\nRUN apt-get update && apt-get install -y gcc\nFROM debian:12\n',
      },
    ],
  },
});
