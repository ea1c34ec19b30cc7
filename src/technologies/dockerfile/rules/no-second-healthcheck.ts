import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordSpan, removeInstruction } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-second-healthcheck',
  catalogue: ['multiple-healthcheck'],
  equivalents: ['hadolint:DL3012', 'trivy:DS-0023', 'buildkit:MultipleInstructionsDisallowed'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A stage has more than one HEALTHCHECK.',
  why: 'Only the last one counts; the others look as if they did something.',
  remedy: 'Keep the last one.',
  references: [
    buildCheck('multiple-instructions-disallowed', 'MultipleInstructionsDisallowed'),
    hadolint('DL3012'),
  ],
  messages: { dead: 'A later HEALTHCHECK of this stage takes the place of this one.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    for (const instruction of instructionsOf(at, 'HEALTHCHECK').slice(0, -1)) {
      const fix = at.fix('safe', 'Remove this HEALTHCHECK', removeInstruction(at, instruction));
      yield { message: 'dead', span: keywordSpan(instruction), fix };
    }
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\n«HEALTHCHECK» CMD a\nHEALTHCHECK CMD b\n',
        fixed: 'FROM python:3.12\nHEALTHCHECK CMD b\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12 AS a\nHEALTHCHECK CMD a\nFROM python:3.12\nHEALTHCHECK CMD b\n',
      },
    ],
  },
});
