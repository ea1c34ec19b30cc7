import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-inherited-secrets',
  catalogue: ['secrets-inherit'],
  equivalents: ['zizmor:secrets-inherit'],
  severity: 'warning',
  certainty: 'opinion',
  summary: 'A reusable workflow is given every secret there is.',
  why: 'It needs a few; with all of them, whoever may change it has them all.',
  remedy: 'Name the secrets that it needs.',
  references: [zizmor('secrets-inherit')],
  messages: { inherit: 'The called workflow is given every secret.' },
  fix: { none: 'Which secrets it needs is known only to its author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const secrets = at.at('secrets');
    if (secrets && rawText(secrets) === 'inherit')
      yield { message: 'inherit', span: at.at('uses')?.span ?? secrets.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    uses: «acme/ci/.github/workflows/a.yml@v1» # ci\n    secrets: inherit\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    uses: acme/ci/.github/workflows/a.yml@v1\n    secrets: { A: "${{ secrets.A }}" }\n',
      },
    ],
  },
});
