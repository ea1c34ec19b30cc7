import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hasOption, runCommands } from '../commands';
import { insertBehind } from '../instructions';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-package-manager-yes',
  catalogue: ['dnf-yum-zypper-yes'],
  equivalents: [
    'hadolint:DL3030',
    'hadolint:DL3034',
    'hadolint:DL3038',
    'kics:yum_install_allows_manual_input',
    'kics:missing_flag_from_dnf_install',
    'kics:missing_zypper_non_interactive_switch',
    'semgrep:missing-dnf-assume-yes-switch',
    'semgrep:missing-yum-assume-yes-switch',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A package manager asks a question that nobody answers.',
  why: 'A build has no terminal: the question gets no answer and the build stops with an error.',
  remedy: 'Add `-y`.',
  references: [hadolint('DL3030'), hadolint('DL3038')],
  messages: { asks: '{manager} asks whether to go on, and the build stops.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (!install || !['yum', 'dnf', 'zypper'].includes(install.manager)) continue;
      if (
        hasOption(
          command,
          '-y',
          '--yes',
          '--assumeyes',
          '--assume-yes',
          '-n',
          '--non-interactive',
          '--no-confirm',
        )
      )
        continue;
      const fix = at.fix('safe', 'Add -y', insertBehind(install.verb, ' -y'));
      yield { message: 'asks', data: { manager: command.name }, span: install.verb.span, fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM fedora:41\nRUN dnf «install» curl # tool\n',
        fixed: 'FROM fedora:41\nRUN dnf install -y curl # tool\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM centos:7\nRUN yum «install» curl\n',
        fixed: 'FROM centos:7\nRUN yum install -y curl\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM fedora:41\nRUN dnf -y install curl && yum install --assumeyes git\n',
      },
      { path: 'Dockerfile', text: 'FROM opensuse/leap:15.6\nRUN zypper -n install curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install curl\n' },
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf remove curl\n' },
    ],
  },
});
