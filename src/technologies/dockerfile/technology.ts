import { findEntry, resolve } from '../../core';
import type { Kind, Technology } from '../../core';
import { baseImageFacts } from './facts';

const file: Kind = {
  id: 'dockerfile/file',
  title: 'Dockerfile',
  formats: ['dockerfile'],
  paths: ['Dockerfile', 'Dockerfile.*', '*.dockerfile', 'Containerfile'],
  recognise: (document) => {
    const root = resolve(document.root);
    return root?.type === 'map' && findEntry(root, 'stages') !== undefined;
  },
  mounts: [{ at: ['stages', '*'], as: 'dockerfile/stage' }],
  facts: baseImageFacts,
};

/** Dockerfiles: how images are built. */
const technology: Technology = {
  slug: 'dockerfile',
  title: 'Dockerfile',
  pattern: 'deployment',
  homepage: 'https://docs.docker.com/reference/dockerfile/',
  kinds: [file],
  views: [
    {
      id: 'dockerfile/stage',
      title: 'one stage of a build',
      mounts: [{ at: ['instructions', '*'], as: 'dockerfile/instruction' }],
    },
    { id: 'dockerfile/instruction', title: 'one instruction' },
  ],
};

export default technology;
