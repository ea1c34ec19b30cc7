import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flagOf, instructionsOf, rawText, stagesOf } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-unknown-stage',
  catalogue: ['copy-from-unknown-stage'],
  equivalents: ['hadolint:DL3022'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Files are copied from a stage that does not exist.',
  why: "The builder takes the name for an image and asks the registry for it: the build fails, or copies from a stranger's image.",
  remedy: 'Name a stage above, or an image with its version.',
  references: [reference, hadolint('DL3022')],
  messages: { unknown: 'No stage above is named "{name}".' },
  fix: { none: 'Which stage was meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const index = Number(rawText(at.at('index')));
    const earlier = (at.outer ? stagesOf(at.outer) : [])
      .slice(0, index)
      .map((stage) => rawText(stage.at('name')).toLowerCase());
    for (const instruction of instructionsOf(at, 'COPY')) {
      const from = flagOf(instruction, 'from');
      if (
        !from ||
        /[:$/.@]/.test(from.text) ||
        rawText(at.at('name')).toLowerCase() === from.text.toLowerCase()
      )
        continue;
      const isThere = /^\d+$/.test(from.text)
        ? Number(from.text) <= index
        : earlier.includes(from.text.toLowerCase());
      if (!isThere) yield { message: 'unknown', data: { name: from.text }, span: from.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=«builder» /a /b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12 AS a\nFROM debian:12\nCOPY --from=«2» /a /b\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12 AS build\nFROM debian:12 AS b\nCOPY --from=BUILD /a /b\nCOPY --from=0 /a /b\nCOPY --from=busybox:1.37 /a /b\nCOPY --from=$STAGE /a /b\n',
      },
      { path: 'Dockerfile', text: 'FROM debian:12 AS b\nCOPY --from=b /a /b\n' },
    ],
  },
});
