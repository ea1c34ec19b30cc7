import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { expressionsIn, scalarsBelow } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unredacted-secret',
  catalogue: ['secrets-inherit'],
  equivalents: ['zizmor:unredacted-secrets'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A part of a secret is taken out of JSON.',
  why: 'GitHub masks the secret as a whole; the part that is taken out is printed in clear.',
  remedy: 'Keep each value as a secret of its own.',
  references: [zizmor('unredacted-secrets')],
  messages: { part: 'What is taken out of this secret is not masked in logs.' },
  fix: { none: 'The secret has to be split first.' },
  looksAt: [
    { view: 'github-actions/workflow', path: [] },
    { view: 'github-actions/action', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const scalar of scalarsBelow(at)) {
      for (const { span, read } of expressionsIn(scalar)) {
        const takes =
          read.is === 'read' &&
          read.calls.some(({ name }) => name === 'fromjson') &&
          /fromjson\(\s*secrets\s*[.[]/i.test(scalar.document.text.slice(span.start, span.end));
        if (takes) yield { message: 'part', span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  A: x «${{ fromJSON(secrets.A).key }}» y\njobs: {}\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  A: ${{ fromJSON(vars.A).key }} ${{ secrets.A }}\njobs: {}\n',
      },
    ],
  },
});
