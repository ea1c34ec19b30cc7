import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { finalStage, instructionsOf, lineage, rawText } from '../instructions';
import { bestPractices } from '../sources';

export default defineRule({
  id: 'dockerfile/require-user',
  catalogue: ['last-user-root'],
  equivalents: [
    'checkov:CKV_DOCKER_3',
    'trivy:DS-0002',
    'kics:missing_user_instruction',
    'semgrep:missing-user',
    'semgrep:missing-user-entrypoint',
    'sonar:S6471',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The image names no user.',
  why: 'Unless the base image names one, the program runs as root; what breaks out of the container is root on the node.',
  remedy: 'Make a user and switch to it: `USER 10001`.',
  references: [bestPractices],
  messages: { missing: 'The image names no user, so it runs as that of "{image}".' },
  fix: { none: 'Which user the program can run as is known only to its author.' },
  looksAt: [{ view: 'dockerfile/file', path: [] }],
  *check(at): Iterable<Report> {
    const stage = finalStage(at);
    if (!stage) return;
    const all = lineage(at, stage);
    if (all.some((each) => instructionsOf(each, 'USER').length > 0)) return;
    const from = all.at(-1)?.at('from', 'image');
    if (!from || rawText(from) === 'scratch' || /nonroot/.test(rawText(all.at(-1)?.at('from', 'raw'))))
      return;
    yield { message: 'missing', data: { image: rawText(from) }, span: from.span };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM «python:3.12» AS serve\nRUN true\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS build\nUSER app\nFROM «python:3.12»\n' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nUSER app\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS base\nUSER app\nFROM base\nRUN true\n' },
      { path: 'Dockerfile', text: 'FROM scratch\n' },
      { path: 'Dockerfile', text: 'FROM gcr.io/distroless/python3:nonroot\n' },
    ],
  },
});
