import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flagOf, keywordOf, wordsOf } from '../instructions';
import { bestPractices } from '../sources';

export default defineRule({
  id: 'dockerfile/no-whole-context',
  catalogue: ['copy-whole-context'],
  equivalents: ['sonar:S6470'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'The whole build context is copied into the image.',
  why: 'With it come `.git`, credentials, data sets and checkpoints, unless `.dockerignore` names them all; and every change of any file rebuilds what follows.',
  remedy: 'Copy what is needed: `COPY src/ src/`.',
  references: [bestPractices],
  messages: { whole: '"{source}" copies the whole build context.' },
  fix: { none: 'Which files the program needs is known only to the author.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (!['COPY', 'ADD'].includes(keywordOf(at)) || flagOf(at, 'from')) return;
    for (const word of wordsOf(at).slice(0, -1)) {
      if (/^(?:\.|\.\/|\/|\*|\.\/\*)$/.test(word.text))
        yield { message: 'whole', data: { source: word.text }, span: word.span };
    }
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR /app\nCOPY «.» .\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD --chown=app «./» /app\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nCOPY src .\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS build\nFROM python:3.12\nCOPY --from=build / /\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nRUN cp . /app\n' },
    ],
  },
});
