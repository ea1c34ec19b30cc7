import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { expressionsIn, scalarsBelow } from '../workflows';

export default defineRule({
  id: 'github-actions/no-all-secrets',
  catalogue: ['secrets-inherit'],
  equivalents: ['zizmor:overprovisioned-secrets'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'Every secret is put into one value.',
  why: 'The whole `secrets` context ends in a variable or a log; GitHub does not mask what is inside the JSON.',
  remedy: 'Name the secrets that are needed.',
  references: [zizmor('overprovisioned-secrets')],
  messages: { all: 'This expression holds every secret.' },
  fix: { none: 'Which secrets are needed is known only to the author.' },
  looksAt: [
    { view: 'github-actions/workflow', path: [] },
    { view: 'github-actions/action', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const scalar of scalarsBelow(at)) {
      for (const { span, read } of expressionsIn(scalar)) {
        const isAll =
          read.is === 'read' &&
          read.paths.some((path) => path[0] === 'secrets' && (path.length === 1 || path[1] === '*'));
        if (isAll) yield { message: 'all', span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        env: { ALL: "«${{ toJSON(secrets) }}»", A: b }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  A: «${{ secrets[matrix.name] }}»\njobs: {}\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\nenv:\n  A: ${{ secrets.A }}${{ secrets['B'] }}${{ toJSON(github) }}\njobs: {}\n",
      },
    ],
  },
});
