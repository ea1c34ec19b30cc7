import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { parseImage } from '../../../shapes/container-image';
import { bestPractices } from '../sources';

export default defineRule({
  id: 'dockerfile/require-image-digest',
  catalogue: ['from-not-by-digest'],
  equivalents: ['semgrep:dockerfile-source-not-pinned', 'sonar:S7023'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The base image is named by a tag only.',
  why: 'A tag can be moved to another image; a digest cannot. Who takes over the registry decides what is built upon.',
  remedy: 'Add the digest that the tag stands for: `python:3.12.8-slim@sha256:…`.',
  references: [bestPractices],
  messages: { tagged: 'Image "{image}" is not pinned by a digest.' },
  fix: { none: 'The digest is known only to the registry.' },
  looksAt: [{ view: 'dockerfile/stage', path: ['from'] }],
  *check(at): Iterable<Report> {
    if (at.has('stage')) return;
    const resolved = at.text('resolved');
    if (resolved.is !== 'known' || resolved.value === 'scratch') return;
    const image = parseImage(resolved.value);
    if (!image || image.digest !== undefined) return;
    yield { message: 'tagged', data: { image: resolved.value }, span: resolved.span };
  },
  examples: {
    bad: [{ path: 'Dockerfile', text: 'FROM «python:3.12.8-slim» AS build\n' }],
    good: [
      {
        path: 'Dockerfile',
        text: 'FROM python:3.12@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS build\nFROM build\n',
      },
      { path: 'Dockerfile', text: 'FROM scratch\n' },
      { path: 'Dockerfile', text: 'ARG IMAGE\nFROM ${IMAGE}\n' },
    ],
  },
});
