import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { serviceName } from '../services';
import { services } from '../sources';

export default defineRule({
  id: 'compose/no-build-and-image',
  catalogue: ['build-and-image'],
  equivalents: ['dclint:no-build-and-image'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A service says both how to build its image and which one to pull.',
  why: 'Whether the image is pulled or built depends on what the machine has: two machines run different code.',
  remedy: 'Keep one of the two, or set `pull_policy`.',
  references: [services],
  messages: { both: 'Service "{name}" has both build and image, and no pull_policy.' },
  fix: { none: 'Whether the image is to be built or pulled is known only to the author.' },
  looksAt: [{ view: 'compose/service', path: [] }],
  *check(at): Iterable<Report> {
    const build = at.at('build');
    if (build && at.has('image') && !at.has('pull_policy'))
      yield { message: 'both', data: { name: serviceName(at) }, span: build.anchor };
  },
  examples: {
    bad: [{ path: 'compose.yaml', text: 'services:\n  a:\n    image: a:1.0\n    «build»: . # here\n' }],
    good: [
      {
        path: 'compose.yaml',
        text: 'services:\n  a:\n    image: a:1.0\n    build: .\n    pull_policy: build\n',
      },
      { path: 'compose.yaml', text: 'services:\n  a:\n    build: .\n  b:\n    image: b:1.0\n' },
    ],
  },
});
