import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { runCommands } from '../commands';
import { installOf } from '../packages';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/require-pinned-apk-packages',
  catalogue: ['apk-unpinned'],
  equivalents: ['hadolint:DL3018', 'kics:unpinned_package_version_in_apk_add'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'An apk package is installed in whatever version is newest.',
  why: 'Two builds of one commit may differ. Alpine removes old versions, though, so that pins break builds.',
  remedy: 'Pin it: `curl=8.11.0-r0`, or pin the base image by digest.',
  references: [hadolint('DL3018')],
  messages: { unpinned: 'Package "{name}" is not pinned to a version.' },
  fix: { none: 'Which version was tested is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    for (const command of runCommands(at)) {
      const install = installOf(command);
      if (install?.manager !== 'apk') continue;
      for (const word of install.operands) {
        if (/[=<>~$@]|\.apk$/.test(word.text)) continue;
        yield { message: 'unpinned', data: { name: word.text }, span: word.span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM alpine:3.20\nRUN apk add --no-cache -t .build «curl» git~=2.45 # tools\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM alpine:3.20\nRUN apk add "curl>8" git=2.45.2-r0 ./tool.apk $PACKAGES\n',
      },
      { path: 'Dockerfile', text: 'FROM alpine:3.20\nRUN apk del curl\n' },
    ],
  },
});
