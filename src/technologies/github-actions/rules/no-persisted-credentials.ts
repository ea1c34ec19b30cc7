import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { actionUse, rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-persisted-credentials',
  catalogue: ['persist-credentials'],
  equivalents: ['zizmor:artipacked'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'The checkout leaves the token in the work tree.',
  why: 'Every later step, and every artifact made of the folder, has the token of the run.',
  remedy: 'Set `persist-credentials: false` unless a later step pushes.',
  references: [zizmor('artipacked')],
  messages: { persisted: "The run's token stays in the checked out folder." },
  fix: 'review',
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    if (actionUse(at.at('uses'))?.repository !== 'actions/checkout') return;
    const value = at.at('with', 'persist-credentials');
    if (value && (value.isUnknown() || rawText(value) === 'false')) return;
    const fix = at.fix('review', 'Leave no token behind', at.set(['with', 'persist-credentials'], false));
    yield { message: 'persisted', span: value?.span ?? at.at('uses')?.span ?? at.anchor, fix };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: «actions/checkout@v4» # code\n',
        fixed:
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4 # code\n        with:\n          persist-credentials: false\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { persist-credentials: «true», fetch-depth: 0 }\n',
        fixed:
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { persist-credentials: false, fetch-depth: 0 }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { persist-credentials: false }\n      - uses: acme/checkout@v4\n',
      },
    ],
  },
});
