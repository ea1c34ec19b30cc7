import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { packageCommand } from '../packages';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-distribution-upgrade',
  catalogue: ['dist-upgrade'],
  equivalents: [
    'hadolint:DL3035',
    'trivy:DS-0024',
    'semgrep:avoid-apt-get-upgrade',
    'semgrep:avoid-apk-upgrade',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A build upgrades the whole distribution.',
  why: 'The image is no longer the base that its tag names; two builds of one commit differ in every package.',
  remedy: 'Use a newer base image.',
  references: [bestPractices, hadolint('DL3035')],
  messages: { upgrade: '"{verb}" replaces the packages of the base image.' },
  fix: { none: 'Which newer base image fits is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const found = packageCommand(command);
      if (!found || !['apt', 'zypper'].includes(found.manager)) continue;
      if (!/^(?:dist-upgrade|full-upgrade|dup)$/.test(found.verb.text)) continue;
      yield { message: 'upgrade', data: { verb: found.verb.text }, span: found.verb.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get update && apt-get «dist-upgrade» -y\n' },
      { path: 'Dockerfile', text: 'FROM opensuse/leap:15.6\nRUN zypper «dup» -y\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get update && apt-get install -y dist-upgrade\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN pip dist-upgrade\n' },
    ],
  },
});
