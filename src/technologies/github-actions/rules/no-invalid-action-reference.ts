import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { syntax } from '../sources';

export default defineRule({
  id: 'github-actions/no-invalid-action-reference',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:action'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A step uses what is no reference to an action.',
  why: 'GitHub refuses the workflow: a reference is `owner/repository@version`, `./folder` or `docker://image`.',
  remedy: 'Add the version behind an `@`.',
  references: [syntax],
  messages: { invalid: '"{uses}" is no reference to an action.' },
  fix: { none: 'Which version was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/step', path: ['uses'] }],
  *check(at): Iterable<Report> {
    const text = at.text();
    if (text.is !== 'known' || text.value === '') return;
    if (/^(?:\.\/?|docker:\/\/)/.test(text.value) || /^[\w.-]+\/[\w.-]+(?:\/[^@\s]*)?@\S+$/.test(text.value))
      return;
    yield { message: 'invalid', data: { uses: text.value }, span: text.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - uses: «actions/checkout» # newest\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - uses: «checkout@v4»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - uses: actions/cache/restore@v4\n      - uses: ./local\n      - uses: docker://alpine:3.20\n      - uses: ${{ matrix.action }}\n',
      },
    ],
  },
});
