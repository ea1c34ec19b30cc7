import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordSpan, removeInstruction } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-second-entrypoint',
  catalogue: ['multiple-entrypoint'],
  equivalents: [
    'hadolint:DL4004',
    'trivy:DS-0007',
    'kics:multiple_entrypoint_instructions_listed',
    'semgrep:multiple-entrypoint-instructions',
    'sonar:S6589',
    'buildkit:MultipleInstructionsDisallowed',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A stage has more than one ENTRYPOINT.',
  why: 'Only the last one counts; the others look as if they did something.',
  remedy: 'Keep the last one.',
  references: [
    buildCheck('multiple-instructions-disallowed', 'MultipleInstructionsDisallowed'),
    hadolint('DL4004'),
  ],
  messages: { dead: 'A later ENTRYPOINT of this stage takes the place of this one.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    for (const instruction of instructionsOf(at, 'ENTRYPOINT').slice(0, -1)) {
      const fix = at.fix('safe', 'Remove this ENTRYPOINT', removeInstruction(at, instruction));
      yield { message: 'dead', span: keywordSpan(instruction), fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\n«ENTRYPOINT» ["a"]\nENTRYPOINT ["b"]\n',
        fixed: 'FROM python:3.12\nENTRYPOINT ["b"]\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12 AS a\nENTRYPOINT ["a"]\nFROM python:3.12\nENTRYPOINT ["b"]\n',
      },
    ],
  },
});
