import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { finalStage, instructionsOf, lineage, wordsOf } from '../instructions';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-root-user',
  catalogue: ['last-user-root'],
  equivalents: [
    'hadolint:DL3002',
    'checkov:CKV_DOCKER_8',
    'trivy:DS-0002',
    'kics:last_user_is_root',
    'semgrep:last-user-is-root',
    'sonar:S6471',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The image ends as the user root.',
  why: 'What breaks out of the container is root on the node, and files on shared volumes belong to root.',
  remedy: 'After what needs root, switch to a user of its own: `USER 10001`.',
  references: [bestPractices, hadolint('DL3002')],
  messages: { root: "The image's last user is {user}." },
  fix: { none: 'Which user the program can run as is known only to its author.' },
  looksAt: [{ view: 'dockerfile/file', path: [] }],
  *check(at): Iterable<Report> {
    const stage = finalStage(at);
    if (!stage) return;
    const last = lineage(at, stage)
      .map((each) => instructionsOf(each, 'USER').at(-1))
      .find((instruction) => instruction !== undefined);
    const user = last && wordsOf(last)[0];
    if (!user || !/^(?:root|0+)(?::|$)/.test(user.text)) return;
    yield { message: 'root', data: { user: user.text }, span: user.span };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER «root»\nRUN true\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER app\nUSER «0:0»\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS base\nUSER «root»\nFROM base\nRUN true\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER root\nUSER app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER 10001\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS build\nUSER root\nFROM python:3.12\nUSER app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS base\nUSER root\nFROM base\nUSER app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER ${USER}\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER rooted\n' },
    ],
  },
});
