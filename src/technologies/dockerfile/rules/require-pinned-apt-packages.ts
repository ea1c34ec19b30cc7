import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-apt-packages',
  catalogue: ['apt-unpinned'],
  equivalents: ['hadolint:DL3008', 'kics:apt_get_install_pin_version_not_defined'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An apt package is installed in whatever version is newest.',
  why: 'Two builds of one commit may differ. Debian removes old versions, though, so that pins break builds: a fixed base image or a snapshot is often better.',
  remedy: 'Pin it: `curl=7.88.1-10+deb12u8`, or pin the base image by digest.',
  references: [hadolint('DL3008')],
  messages: { unpinned: 'Package "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'apt') continue;
      for (const word of install.operands) {
        if (/[=/$]|\.deb$/.test(word.text)) continue;
        yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get update && apt-get install -y -t bookworm «curl» git=1:2.39.5-0 # tools\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12\nRUN apt-get install -y curl=7.88.1-10 git/bookworm ./tool.deb $PACKAGES\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12\nRUN apt-get remove curl\n' },
    ],
  },
});
