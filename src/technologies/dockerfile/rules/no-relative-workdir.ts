import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { keywordOf, wordsOf } from '../instructions';
import { buildCheck, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-relative-workdir',
  catalogue: ['workdir-relative'],
  equivalents: [
    'hadolint:DL3000',
    'checkov:CKV_DOCKER_10',
    'trivy:DS-0009',
    'kics:workdir_path_not_absolute',
    'sonar:S7021',
    'buildkit:WorkdirRelativePath',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The working folder depends on the base image.',
  why: 'A relative WORKDIR is taken from the one before; a base image that changes its own moves the program somewhere else.',
  remedy: 'Start it with a slash.',
  references: [buildCheck('workdir-relative-path', 'WorkdirRelativePath'), hadolint('DL3000')],
  messages: { relative: '"{path}" is relative to a folder that the base image decides.' },
  fix: { none: 'Which folder it is relative to is decided by the base image.' },
  looksAt: [{ view: 'dockerfile/instruction', path: [] }],
  *check(at): Iterable<Report> {
    if (keywordOf(at) !== 'WORKDIR') return;
    const [path] = wordsOf(at);
    if (!path || /^[/$%\\]|^[A-Za-z]:/.test(path.text)) return;
    yield { message: 'relative', data: { path: path.text }, span: path.span };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR «app»\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR «"./app"»\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR /app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR $HOME/app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nWORKDIR "C:\\\\app"\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER app\n' },
    ],
  },
});
