import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { insertBehind } from '../instructions';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-apt-yes',
  catalogue: ['apt-missing-yes'],
  equivalents: [
    'hadolint:DL3014',
    'trivy:DS-0021',
    'kics:apt_get_missing_flags_to_avoid_manual_input',
    'semgrep:missing-assume-yes-switch',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'apt asks a question that nobody answers.',
  why: 'A build has no terminal: apt-get waits for an answer, gets none and stops with an error.',
  remedy: 'Add `-y`.',
  references: [hadolint('DL3014')],
  messages: { asks: 'apt asks whether to go on, and the build stops.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (
        install?.manager !== 'apt' ||
        hasOption(command, '-y', '--yes', '--assume-yes', '-qq', '--quiet=2', '-q=2')
      )
        continue;
      if (command.words.filter(({ text }) => text === '-q' || text === '--quiet').length > 1) continue;
      if (command.words.some(({ text }) => /Assume-Yes=(?:1|true|yes)/i.test(text) || /^-[a-z]*y/.test(text)))
        continue;
      yield {
        message: 'asks',
        span: install.verb.span,
        fix: at.fix('safe', 'Add -y', insertBehind(install.verb, ' -y')),
      };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get update && apt-get «install» curl=1 # tool\n',
        fixed: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl=1 # tool\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get «install» -q curl=1\n',
        fixed: 'FROM debian:12\nRUN apt-get install -y -q curl=1\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get -qqy install curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -q -q curl\n' },
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get install -qq curl && apt-get --yes install git\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get -o APT::Get::Assume-Yes=true install curl\n' },
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk add curl\n' },
    ],
  },
});
