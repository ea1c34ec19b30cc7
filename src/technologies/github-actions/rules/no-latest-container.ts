import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { isMoving, parseImage } from '../../../shapes/container-image';
import { zizmor } from '../sources';

export default defineRule({
  id: 'github-actions/no-latest-container',
  catalogue: ['unpinned-container-image'],
  equivalents: ['zizmor:unpinned-images'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A job runs in an image that has no fixed version.',
  why: "Tomorrow's run has other tools, and a test that fails then fails for no change of yours.",
  remedy: 'Name a version, and best also its digest.',
  references: [zizmor('unpinned-images')],
  messages: { moving: 'Image "{image}" is not pinned to a version.' },
  fix: { none: 'Which version was meant is known only to the author.' },
  looksAt: [
    { view: 'github-actions/job', path: ['container'] },
    { view: 'github-actions/job', path: ['container', 'image'] },
    { view: 'github-actions/job', path: ['services', '*', 'image'] },
  ],
  *check(at): Iterable<Report> {
    const text = at.text();
    const image = text.is === 'known' ? parseImage(text.value) : undefined;
    if (text.is === 'known' && image && isMoving(image))
      yield { message: 'moving', data: { image: text.value }, span: text.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: «python» # any\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: { image: «"python:latest"», env: {} }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services: { db: { image: «postgres» } }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: python:3.12\n    services: { db: { image: "postgres:${{ matrix.v }}" } }\n',
      },
    ],
  },
});
