import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-rpm-packages',
  catalogue: ['dnf-yum-zypper-unpinned'],
  equivalents: [
    'hadolint:DL3033',
    'hadolint:DL3037',
    'hadolint:DL3041',
    'kics:yum_install_without_version',
    'kics:missing_version_specification_in_dnf_install',
    'kics:zypper_install_without_version',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An rpm package is installed in whatever version is newest.',
  why: 'Two builds of one commit may differ.',
  remedy: 'Pin it: `curl-8.9.1` for dnf and yum, `curl=8.9.1` for zypper.',
  references: [hadolint('DL3033'), hadolint('DL3041')],
  messages: { unpinned: 'Package "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (!install || !['yum', 'dnf', 'zypper'].includes(install.manager)) continue;
      const pinned = install.manager === 'zypper' ? /[=<>]|\.rpm$|\$/ : /-\d|\.rpm$|\$|^@|:\/\//;
      for (const word of install.operands) {
        if (!pinned.test(word.text))
          yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf install -y «curl» git-2.47.0 # tools\n' },
      { path: 'Dockerfile', text: 'FROM opensuse/leap:15.6\nRUN zypper in -y «curl» git=2.43\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM fedora:41\nRUN dnf install -y curl-8.9.1 ./tool.rpm @development $PACKAGES\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM opensuse/leap:15.6\nRUN zypper in -y "curl>=8" ./tool.rpm $PACKAGES\n',
      },
      { path: 'Dockerfile', text: 'FROM fedora:41\nRUN dnf remove curl\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get install curl\n' },
    ],
  },
});
