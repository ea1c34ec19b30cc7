import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { flagOf, keywordOf } from '../instructions';
import { reference } from '../sources';

export default defineRule({
  id: 'dockerfile/no-copied-ownership',
  catalogue: ['world-writable-permission'],
  equivalents: ['kics:chown_flag_exists', 'sonar:S6504'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'Files belong to the user that the program runs as.',
  why: 'What the program owns it can change: who breaks in replaces the code, and the next start runs it.',
  remedy: 'Leave the files to root and let others read them.',
  references: [reference],
  messages: { owned: 'These files will belong to "{user}", who can then change them.' },
  fix: 'review',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    const owner = flagOf(at, 'chown');
    if (!['COPY', 'ADD'].includes(keywordOf(at)) || !owner || /^(?:root|0)(?::|$)/.test(owner.text)) return;
    yield {
      message: 'owned',
      data: { user: owner.text },
      span: owner.span,
      fix: at.fix('review', 'Remove --chown', at.remove('flags', 'chown')),
    };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nCOPY --chown=«app:app» app /app\n',
        fixed: 'FROM python:3.12\nCOPY app /app\n',
      },
    ],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12\nCOPY --chown=root:root app /app\nCOPY --chown=0 a /b\nCOPY a /b\n',
      },
    ],
  },
});
