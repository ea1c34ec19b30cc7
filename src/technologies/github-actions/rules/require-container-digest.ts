import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { parseImage } from '../../../shapes/container-image';
import { zizmor } from '../sources';

export default defineRule({
  id: 'github-actions/require-container-digest',
  catalogue: ['unpinned-container-image'],
  equivalents: ['zizmor:unpinned-images'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A job runs in an image that is named by a tag only.',
  why: "A tag can be moved to another image, which then has the run's token.",
  remedy: 'Add the digest that the tag stands for.',
  references: [zizmor('unpinned-images')],
  messages: { tagged: 'Image "{image}" is not pinned by a digest.' },
  fix: { none: 'The digest is known only to the registry.' },
  looksAt: [
    { view: 'github-actions/job', path: ['container'] },
    { view: 'github-actions/job', path: ['container', 'image'] },
    { view: 'github-actions/job', path: ['services', '*', 'image'] },
  ],
  *check(at): Iterable<Report> {
    const text = at.text();
    const image = text.is === 'known' ? parseImage(text.value) : undefined;
    if (text.is === 'known' && image && image.digest === undefined)
      yield { message: 'tagged', data: { image: text.value }, span: text.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: «python:3.12» # py\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services: { db: { image: «"postgres:17"», ports: [] } }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: python@sha256:0123\n    services: { db: { image: "${{ matrix.image }}" } }\n',
      },
    ],
  },
});
