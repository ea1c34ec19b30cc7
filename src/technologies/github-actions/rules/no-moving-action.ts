import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { hardening, zizmor } from '../sources';
import { actionUse } from '../workflows';

export default defineRule({
  id: 'github-actions/no-moving-action',
  catalogue: ['action-not-sha-pinned'],
  equivalents: [
    'zizmor:unpinned-uses',
    'kics:unpinned_actions_full_length_commit_sha',
    'semgrep:third-party-action-not-pinned-to-commit-sha',
  ],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An action is taken from a branch.',
  why: 'Whatever is pushed to that branch runs in your next build, with your tokens.',
  remedy: 'Pin it to the commit of a release: `actions/checkout@<40 hex digits> # v4.2.2`.',
  references: [hardening, zizmor('unpinned-uses')],
  messages: { moving: '"{reference}" is a branch, so other code may run tomorrow.' },
  fix: { none: 'The commit of a release is known only to its repository.' },
  looksAt: [
    { view: 'github-actions/step', path: ['uses'] },
    { view: 'github-actions/job', path: ['uses'] },
  ],
  *check(at): Iterable<Report> {
    const use = actionUse(at);
    if (use && /^(?:main|master|develop|dev|trunk|head|latest|edge|nightly)$/i.test(use.reference)) {
      yield { message: 'moving', data: { reference: use.reference }, span: use.referenceSpan };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/deploy@«main» # soon\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/a.yml@«master»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/main@v1\n      - uses: ./main\n',
      },
    ],
  },
});
