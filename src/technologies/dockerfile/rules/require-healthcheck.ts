import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { finalStage, instructionsOf, lineage } from '../instructions';
import { hadolint, reference } from '../sources';

export default defineRule({
  id: 'dockerfile/require-healthcheck',
  catalogue: ['healthcheck-missing'],
  equivalents: [
    'hadolint:DL3057',
    'checkov:CKV_DOCKER_2',
    'trivy:DS-0026',
    'kics:healthcheck_instruction_missing',
  ],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The image does not say how to tell that it works.',
  why: 'Docker and Compose then take a running process for a working one. Kubernetes does not read HEALTHCHECK; there probes are needed.',
  remedy: 'Add a HEALTHCHECK, or `HEALTHCHECK NONE` where others check.',
  references: [reference, hadolint('DL3057')],
  messages: { missing: 'The image has no HEALTHCHECK.' },
  fix: { none: 'What tells that the program works is known only to its author.' },
  looksAt: [{ view: 'dockerfile/file', path: [] }],
  *check(at): Iterable<Report> {
    const stage = finalStage(at);
    if (!stage || lineage(at, stage).some((each) => instructionsOf(each, 'HEALTHCHECK').length > 0)) return;
    const from = stage.at('from', 'image');
    if (from) yield { message: 'missing', span: from.span };
  },
  examples: {
    bad: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12 AS build\nHEALTHCHECK CMD true\nFROM «python:3.12» AS serve\n',
      },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12\nHEALTHCHECK CMD true\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS base\nHEALTHCHECK NONE\nFROM base\n' },
    ],
  },
});
