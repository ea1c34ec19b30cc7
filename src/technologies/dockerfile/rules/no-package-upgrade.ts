import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { packageCommand } from '../packages';
import { bestPractices } from '../sources';

export default defineRule({
  id: 'dockerfile/no-package-upgrade',
  catalogue: ['dist-upgrade'],
  equivalents: [
    'semgrep:avoid-apt-get-upgrade',
    'semgrep:avoid-apk-upgrade',
    'semgrep:avoid-dnf-update',
    'semgrep:avoid-yum-update',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A build upgrades all packages of its base image.',
  why: 'Two builds of one commit differ. Some teams do it all the same, to have security fixes before the base image has them.',
  remedy: 'Use a newer base image.',
  references: [bestPractices],
  messages: { upgrade: '"{verb}" replaces the packages of the base image.' },
  fix: { none: 'Which newer base image fits is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const found = packageCommand(command);
      if (!found || !['apt', 'apk', 'yum', 'dnf'].includes(found.manager) || found.operands.length > 0)
        continue;
      const verbs = found.manager === 'yum' || found.manager === 'dnf' ? /^(?:update|upgrade)$/ : /^upgrade$/;
      if (verbs.test(found.verb.text))
        yield { message: 'upgrade', data: { verb: found.verb.text }, span: found.verb.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get update && apt-get «upgrade» -y\n' },
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf «update» -y\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get upgrade -y openssl\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN npm upgrade\n' },
    ],
  },
});
