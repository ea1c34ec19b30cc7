import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordSpan, removeInstruction } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-second-cmd',
  catalogue: ['multiple-cmd'],
  equivalents: [
    'hadolint:DL4003',
    'trivy:DS-0016',
    'kics:multiple_cmd_instructions_listed',
    'sonar:S6589',
    'buildkit:MultipleInstructionsDisallowed',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A stage has more than one CMD.',
  why: 'Only the last one counts; the others look as if they did something.',
  remedy: 'Keep the last one.',
  references: [
    buildCheck('multiple-instructions-disallowed', 'MultipleInstructionsDisallowed'),
    hadolint('DL4003'),
  ],
  messages: { dead: 'A later CMD of this stage takes the place of this one.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    for (const instruction of instructionsOf(at, 'CMD').slice(0, -1)) {
      const fix = at.fix('safe', 'Remove this CMD', removeInstruction(at, instruction));
      yield { message: 'dead', span: keywordSpan(instruction), fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\n«CMD» ["a"]\nCMD ["b"]\n',
        fixed: 'FROM python:3.12\nCMD ["b"]\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12 AS a\nCMD ["a"]\nFROM python:3.12\nCMD ["b"]\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nONBUILD CMD ["a"]\nCMD ["b"]\n' },
    ],
  },
});
