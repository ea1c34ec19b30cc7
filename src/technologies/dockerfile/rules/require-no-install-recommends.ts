import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { insertBehind } from '../instructions';
import { installOf } from '../packages';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-no-install-recommends',
  catalogue: ['apt-no-install-recommends'],
  equivalents: [
    'hadolint:DL3015',
    'trivy:DS-0029',
    'kics:apt_get_not_avoiding_additional_packages',
    'semgrep:missing-no-install-recommends',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'apt installs more than is asked for.',
  why: 'Recommended packages make the image larger and bring programs that nobody watches for holes.',
  remedy: 'Add `--no-install-recommends`.',
  references: [bestPractices, hadolint('DL3015')],
  messages: { more: 'apt installs recommended packages too.' },
  fix: 'review',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (
        install?.manager !== 'apt' ||
        install.operands.length === 0 ||
        hasOption(command, '--no-install-recommends')
      )
        continue;
      if (command.words.some(({ text }) => /Install-Recommends(?:=|::=)(?:0|false|no)/i.test(text))) continue;
      const fix = at.fix(
        'review',
        'Add --no-install-recommends',
        insertBehind(install.verb, ' --no-install-recommends'),
      );
      yield { message: 'more', span: install.verb.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get update && apt-get «install» -y curl\n',
        fixed: 'FROM debian:12\nRUN apt-get update && apt-get install --no-install-recommends -y curl\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y --no-install-recommends curl\n' },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get -o APT::Install-Recommends=false install -y curl\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y\n' },
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk add curl\n' },
    ],
  },
});
