import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, wordsOf } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/require-slash-after-folder',
  catalogue: ['copy-multi-dest-slash'],
  equivalents: [
    'hadolint:DL3021',
    'trivy:DS-0011',
    'kics:copy_with_more_than_two_arguments_not_ending_with_slash',
  ],
  severity: 'error',
  certainty: 'certain',
  summary: 'Several files are copied to what is not named as a folder.',
  why: 'The builder refuses it: with several sources the destination must be a folder and end with a slash.',
  remedy: 'End the destination with a slash.',
  references: [reference, hadolint('DL3021')],
  messages: { slash: 'Several sources need a folder; "{destination}" does not end with a slash.' },
  fix: 'safe',
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'COPY') return;
    const words = wordsOf(at);
    const target = words.at(-1);
    if (
      !target ||
      words.length < 3 ||
      /[/\\$}]$|\$|^\.{1,2}$/.test(target.text) ||
      /^(?:file|multi):\w+$/.test(words[0]?.text ?? '')
    )
      return;
    const written = at.document.text.slice(target.span.start, target.span.end);
    const end = /["']$/.test(written) ? target.span.end - 1 : target.span.end;
    const fix = at.fix('safe', 'Add the slash', [{ span: { start: end, end }, text: '/' }]);
    yield { message: 'slash', data: { destination: target.text }, span: target.span, fix };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM node:22\nCOPY a.json b.json «app»\nRUN true\n',
        fixed: 'FROM node:22\nCOPY a.json b.json app/\nRUN true\n',
      },
      {
        path: 'Dockerfile',
        text: 'FROM node:22\nCOPY --chown=a ["a", "b", «"/app"»]\n',
        fixed: 'FROM node:22\nCOPY --chown=a ["a", "b", "/app/"]\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM node:22\nCOPY a.json b.json app/\n' },
      { path: 'Dockerfile', text: 'FROM node:22\nCOPY a.json app\n' },
      { path: 'Dockerfile', text: 'FROM node:22\nCOPY a b .\n' },
      { path: 'Dockerfile', text: 'FROM node:22\nCOPY a b $APP\n' },
      { path: 'Dockerfile', text: 'FROM node:22\nRUN cp a b c\n' },
    ],
  },
});
