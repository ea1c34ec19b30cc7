import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { bestPractices, hadolint } from '../sources';

export default defineRule({
  id: 'dockerfile/no-latest-tag',
  catalogue: ['from-latest-or-untagged'],
  equivalents: [
    'hadolint:DL3006',
    'hadolint:DL3007',
    'checkov:CKV_DOCKER_7',
    'trivy:DS-0001',
    'kics:image_version_not_explicit',
    'kics:image_version_using_latest',
    'semgrep:avoid-latest-version',
    'semgrep:missing-image-version',
    'sonar:S6596',
  ],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The base image has no fixed version.',
  why: "Each build starts from whatever the tag means that day: Python, CUDA or glibc change under the model, and yesterday's image cannot be built again.",
  remedy: 'Name a version, such as `python:3.12.8-slim`, and best also its digest.',
  references: [bestPractices, hadolint('DL3006')],
  messages: {
    untagged: 'Image "{image}" is not pinned to a version.',
    latest: 'Image "{image}" is pinned to "latest", which is no version.',
  },
  fix: { none: 'Which version was meant is known only to the author.' },
  looksAt: [{ view: 'dockerfile/stage', path: ['from'] }],
  *check(at): Iterable<Report> {
    if (at.has('stage')) return;
    const resolved = at.text('resolved');
    if (resolved.is !== 'known' || resolved.value === 'scratch') return;
    const image = parseImage(resolved.value);
    if (!image || !isMoving(image)) return;
    const message = image.tag === 'latest' ? 'latest' : 'untagged';
    const span = (message === 'latest' ? at.at('tag')?.span : undefined) ?? resolved.span;
    yield { message, data: { image: resolved.value }, span };
  },
  examples: {
    bad: [
      { path: 'Dockerfile', text: 'FROM «python» AS build\nRUN true\n', message: 'untagged' },
      { path: 'Dockerfile', text: 'FROM nvcr.io/nvidia/tritonserver:«latest»\n', message: 'latest' },
      {
        path: 'Dockerfile',
        text: 'FROM --platform=$BUILDPLATFORM «registry:5000/ml/base»\n',
        message: 'untagged',
      },
      { path: 'Dockerfile', text: 'ARG TAG=latest\nFROM python:«${TAG}»\n', message: 'latest' },
    ],
    good: [
      { path: 'Dockerfile', text: 'FROM python:3.12.8-slim\n' },
      { path: 'Dockerfile', text: 'FROM python:3.12 AS build\nFROM build\n' },
      { path: 'Dockerfile', text: 'FROM scratch\n' },
      {
        path: 'Dockerfile',
        text: 'FROM python@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
      },
      { path: 'Dockerfile', text: 'ARG TAG\nFROM python:${TAG}\n' },
      { path: 'Dockerfile', text: 'ARG TAG=3.12\nFROM python:$TAG\n' },
    ],
  },
});
