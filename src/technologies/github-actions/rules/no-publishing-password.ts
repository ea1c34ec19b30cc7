import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { actionUse } from '../workflows';

export default defineRule({
  id: 'github-actions/no-publishing-password',
  catalogue: ['use-trusted-publishing'],
  equivalents: ['zizmor:use-trusted-publishing'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'A package is published with a long-lived token.',
  why: 'The token is valid until someone remembers it; trusted publishing gives each run its own for minutes.',
  remedy: 'Set up trusted publishing, give the job `id-token: write`, and remove the password.',
  references: [
    { title: 'PyPI: trusted publishers', url: 'https://docs.pypi.org/trusted-publishers/' },
    zizmor('use-trusted-publishing'),
  ],
  messages: { token: 'The index also takes a token that it makes for this run alone.' },
  fix: { none: 'The index has to be told of the workflow first.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    const use = actionUse(at.at('uses'));
    const keys = use && inputs[use.repository];
    const input = keys?.map((key) => at.at('with', key)).find((found) => found !== undefined);
    if (input) yield { message: 'token', span: input.anchor };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: release\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: pypa/gh-action-pypi-publish@v1\n        with: { «password»: "${{ secrets.PYPI }}", verbose: true }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: release\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: pypa/gh-action-pypi-publish@v1\n      - uses: acme/publish@v1\n        with: { password: a }\n',
      },
    ],
  },
});

const inputs: Readonly<Record<string, readonly string[]>> = {
  'pypa/gh-action-pypi-publish': ['password'],
  'rubygems/release-gem': ['setup-trusted-publisher'],
  'rubygems/configure-rubygems-credentials': ['api-token'],
};
