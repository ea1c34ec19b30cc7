import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flagOf, instructionsOf, rawText } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-copy-from-own-stage',
  catalogue: ['copy-from-own-stage'],
  equivalents: ['hadolint:DL3023', 'trivy:DS-0006', 'kics:copy_from_references_current_from_alias'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A stage copies from itself.',
  why: 'The builder refuses it: a stage is not finished while it is built.',
  remedy: 'Name the stage that was meant.',
  references: [reference, hadolint('DL3023')],
  messages: { own: 'A stage cannot copy from itself.' },
  fix: { none: 'Which stage was meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const name = rawText(at.at('name')).toLowerCase();
    const index = rawText(at.at('index'));
    for (const instruction of instructionsOf(at, 'COPY')) {
      const from = flagOf(instruction, 'from');
      if (from && (from.text === index || (name !== '' && from.text.toLowerCase() === name)))
        yield { message: 'own', span: from.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM debian:12 AS build\nCOPY --from=«Build» /a /b\n' },
      { path: 'Dockerfile', text: 'FROM debian:12\nFROM debian:12\nCOPY --from=«1» /a /b\n' },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM debian:12 AS a\nFROM debian:12 AS b\nCOPY --from=a /a /b\nCOPY --from=0 /a /b\nCOPY b /c\n',
      },
    ],
  },
});
