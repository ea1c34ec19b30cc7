import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { actionUse, rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/require-pinned-action',
  catalogue: ['action-not-sha-pinned'],
  equivalents: [
    'zizmor:unpinned-uses',
    'kics:unpinned_actions_full_length_commit_sha',
    'semgrep:third-party-action-not-pinned-to-commit-sha',
  ],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'An action is named by a tag.',
  why: 'A tag can be moved: in March 2025 all tags of `tj-actions/changed-files` were moved to code that printed secrets.',
  remedy: 'Pin it to a commit, with the version in a comment: `actions/checkout@<40 hex digits> # v4.2.2`.',
  references: [hardening, zizmor('unpinned-uses')],
  messages: {
    tag: '"{reference}" can be moved to other code.',
    image: 'Image "{reference}" is not pinned by a digest.',
  },
  fix: { none: 'The commit of a release is known only to its repository.' },
  looksAt: [
    { view: 'github-actions/step', path: ['uses'] },
    { view: 'github-actions/job', path: ['uses'] },
  ],
  *check(at): Iterable<Report> {
    const use = actionUse(at);
    if (use && !/^[0-9a-f]{40}$/.test(use.reference))
      yield { message: 'tag', data: { reference: use.reference }, span: use.referenceSpan };
    const image = /^docker:\/\/(.+)$/.exec(rawText(at))?.[1];
    if (image !== undefined && !image.includes('@sha256:'))
      yield { message: 'image', data: { reference: image }, span: at.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@«v4» # code\n',
        message: 'tag',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/a.yml@«v1»\n',
        message: 'tag',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: «docker://alpine:3.20»\n',
        message: 'image',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2\n      - uses: ./local\n      - uses: docker://alpine@sha256:0123\n',
      },
    ],
  },
});
