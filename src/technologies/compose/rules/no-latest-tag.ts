import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { parseImage } from '../../../shapes/container-image';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-latest-tag',
  catalogue: ['image-latest-or-untagged'],
  equivalents: ['dclint:service-image-require-explicit-tag'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'The image of a service has no fixed version.',
  why: "Each machine runs whatever the tag meant when it pulled: yesterday's stack cannot be started again.",
  remedy: 'Name a version, such as `postgres:17.2`, or a digest.',
  references: [services],
  messages: {
    untagged: 'Image "{image}" has no version, so "latest" is pulled.',
    moving: 'Image "{image}" names a tag that moves.',
  },
  fix: { none: 'Which version was meant is known only to the author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const text = at.text('image');
    if (text.is !== 'known' || at.has('build')) return;
    const image = parseImage(text.value);
    if (!image || image.digest !== undefined) return;
    if (image.tag === undefined) yield { message: 'untagged', data: { image: text.value }, span: text.span };
    else if (moving.has(image.tag)) yield { message: 'moving', data: { image: text.value }, span: text.span };
  },
  examples: {
    bad: [
      { path: 'compose.yaml', text: 'services:\n  db:\n    image: «postgres» # any\n', message: 'untagged' },
      {
        path: 'compose.yaml',
        text: 'services:\n  db: { image: «postgres:latest», restart: always }\n',
        message: 'moving',
      },
      {
        path: 'compose.yaml',
        text: 'services:\n  db:\n    image: «registry:5000/a/db:nightly»\n',
        message: 'moving',
      },
    ],
    good: [
      { path: 'compose.yaml', text: 'services:\n  db:\n    image: postgres:17.2\n' },
      {
        path: 'compose.yaml',
        text: 'services:\n  db:\n    image: postgres:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
      },
      { path: 'compose.yaml', text: 'services:\n  db:\n    image: postgres:${TAG}\n' },
      { path: 'compose.yaml', text: 'services:\n  db:\n    build: .\n    image: scorer\n' },
    ],
  },
});

const moving = new Set([
  'latest',
  'stable',
  'edge',
  'test',
  'nightly',
  'dev',
  'beta',
  'canary',
  'main',
  'master',
]);
