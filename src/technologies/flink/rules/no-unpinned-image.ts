import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { parseImage } from '../../../shapes/container-image';
import { customResources } from '../documentation';
import { compose, deployment, job } from '../example-text';
import { flinkImages } from '../images';

const start = job('stateless');

export default defineRule({
  id: 'flink/no-unpinned-image',
  catalogue: ['flink-image-unpinned'],
  equivalents: [],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The image names no Flink version.',
  why: 'The next pull may bring another minor version, whose state, checkpoints and flinkVersion do not fit the running job.',
  remedy: 'Name the version: `flink:2.2.1-java17`.',
  references: [customResources],
  messages: {
    untagged: 'Image "{image}" has no version, so "latest" is pulled.',
    unversioned: 'Tag "{tag}" names no Flink version.',
  },
  fix: { none: 'Which version was meant is known only to the author.' },
  looksAt: [
    { view: 'flink/deployment-spec', path: ['image'] },
    { view: 'flink/compose-service', path: ['image'] },
  ],
  *check(at): Iterable<Report> {
    const value = at.text();
    const image = value.is === 'known' ? parseImage(value.value) : undefined;
    if (value.is !== 'known' || !image || image.digest !== undefined) return;
    const { tag } = image;
    const isOwn = flinkImages.test(image.repository);
    const isMoving = tag === undefined || tag === 'latest';
    // In Compose files an untagged image is another rule's business.
    if (isMoving && at.context.view.id === 'flink/compose-service') return;
    if (tag === undefined) yield { message: 'untagged', data: { image: value.value }, span: value.span };
    else if (tag === 'latest' || (isOwn && !/^\d/.test(tag)))
      yield { message: 'unversioned', data: { tag }, span: value.span };
  },
  examples: {
    bad: [
      {
        path: 'features.yaml',
        text: deployment('', start).replace('flink:2.2.1', '«flink» # newest'),
        message: 'untagged',
      },
      {
        path: 'features.yaml',
        text: deployment('', start).replace('flink:2.2.1', '«ours/features:latest»'),
        message: 'unversioned',
      },
      {
        path: 'features.yaml',
        text: deployment('', start).replace('flink:2.2.1', '«flink:java17»'),
        message: 'unversioned',
      },
      {
        path: 'compose.yaml',
        text: compose('').replace('flink:2.2.1-java17', '«apache/flink:scala_2.12-java17»'),
        message: 'unversioned',
      },
    ],
    good: [
      { path: 'features.yaml', text: deployment('', start) },
      { path: 'features.yaml', text: deployment('', start).replace('flink:2.2.1', 'ours/features:stable') },
      { path: 'features.yaml', text: deployment('', start).replace('flink:2.2.1', 'ours/features:${TAG}') },
      {
        path: 'features.yaml',
        text: deployment('', start).replace('flink:2.2.1', `flink@sha256:${'a'.repeat(64)}`),
      },
      { path: 'compose.yaml', text: compose('').replace('flink:2.2.1-java17', 'flink:latest') },
      { path: 'compose.yaml', text: compose('').replace('flink:2.2.1-java17', 'flink') },
    ],
  },
});
