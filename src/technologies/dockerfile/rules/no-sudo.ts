import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, rawText } from '../instructions';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-sudo',
  catalogue: ['run-sudo'],
  equivalents: [
    'hadolint:DL3004',
    'checkov:CKV2_DOCKER_1',
    'trivy:DS-0010',
    'kics:run_using_sudo',
    'semgrep:no-sudo-in-dockerfile',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A build uses sudo.',
  why: 'With sudo and its rules in the image, whoever gets into the container becomes root.',
  remedy: 'Run what needs root before `USER`, or switch with `USER root` and back.',
  references: [bestPractices, hadolint('DL3004')],
  messages: { sudo: 'sudo in the image makes any user root.' },
  fix: { none: 'Whether the instruction stands after USER decides what takes its place.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of at.at('commands')?.items() ?? []) {
      const name = command.at('name');
      if (keywordOf(at) === 'RUN' && name && rawText(name) === 'sudo')
        yield { message: 'sudo', span: name.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN «sudo» apt-get update\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN true && «sudo» true # why\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install -y sudo\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN gosu app true\n' },
    ],
  },
});
