import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { instructionsOf, keywordOf, lineage, wordsOf } from '../instructions';
import { hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-relative-destination',
  catalogue: ['copy-relative-no-workdir'],
  equivalents: ['hadolint:DL3045'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Files are copied to a folder that the base image decides.',
  why: "Without a WORKDIR of its own the image takes the base image's; when that changes, the files are somewhere else.",
  remedy: 'Set WORKDIR before, or start the destination with a slash.',
  references: [hadolint('DL3045')],
  messages: { relative: '"{path}" is relative to a folder that the base image decides.' },
  fix: { none: 'Which folder is meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/stage', path: [] }],
  *check(at): Iterable<Report> {
    const file = at.outer;
    if (!file) return;
    const parents = lineage(file, at).slice(1);
    let hasFolder = parents.some((stage) => instructionsOf(stage, 'WORKDIR').length > 0);
    for (const instruction of instructionsOf(at, 'WORKDIR', 'COPY')) {
      if (keywordOf(instruction) === 'WORKDIR') hasFolder = true;
      const target = wordsOf(instruction).at(-1);
      if (
        hasFolder ||
        !target ||
        keywordOf(instruction) !== 'COPY' ||
        /^[/$%\\]|^[A-Za-z]:/.test(target.text)
      )
        continue;
      yield { message: 'relative', data: { path: target.text }, span: target.span };
    }
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM python:3.12\nCOPY app.py «app/»\nWORKDIR /app\n' }],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR /app\nCOPY app.py app/\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nCOPY app.py /app/\nCOPY b $HOME\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS base\nWORKDIR /app\nFROM base\nCOPY app.py .\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nADD app.py app/\n' },
    ],
  },
});
