import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { expressionsIn } from '../workflows';

export default defineRule({
  id: 'github-actions/no-plain-credentials',
  catalogue: ['hardcoded-credentials'],
  equivalents: ['zizmor:hardcoded-container-credentials', 'actionlint:credentials'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'The password of a registry stands in the workflow.',
  why: 'Everyone who may read the repository has it; and it stays in the history after it is removed.',
  remedy: 'Use `${{ secrets.NAME }}`.',
  references: [zizmor('hardcoded-container-credentials')],
  messages: { plain: 'The password of the registry stands here in clear.' },
  fix: { none: 'The secret has to be made first, and the password changed.' },
  looksAt: [
    { view: 'github-actions/job', path: ['container', 'credentials', 'password'] },
    { view: 'github-actions/job', path: ['services', '*', 'credentials', 'password'] },
  ],
  *check(at): Iterable<Report> {
    if (expressionsIn(at).length === 0 && at.text().is === 'known') yield { message: 'plain', span: at.span };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: { image: "a:1", credentials: { password: «hunter2», username: b } }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services:\n      db:\n        credentials:\n          password: «hunter2» # mine\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: { image: "a:1", credentials: { password: "${{ secrets.PASSWORD }}", username: b } }\n',
      },
    ],
  },
});
