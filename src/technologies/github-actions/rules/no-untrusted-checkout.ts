import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { actionUse, expressionsIn, hasTrigger, workflowOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-untrusted-checkout',
  catalogue: ['dangerous-trigger'],
  equivalents: ['semgrep:pull-request-target-code-checkout', 'semgrep:workflow-run-target-code-checkout'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A privileged workflow checks out what a stranger sent.',
  why: "Its build scripts then run with the repository's token and secrets.",
  remedy: 'Build in a workflow on `pull_request`, and hand over only data.',
  references: [
    {
      title: 'GitHub: preventing pwn requests',
      url: 'https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/',
    },
  ],
  messages: { checkout: "A stranger's code is checked out where the repository's secrets are." },
  fix: { none: 'The workflow has to be split.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    if (actionUse(at.at('uses'))?.repository !== 'actions/checkout') return;
    if (!hasTrigger(workflowOf(at), 'pull_request_target', 'workflow_run')) return;
    for (const key of ['ref', 'repository']) {
      const found = expressionsIn(at.at('with', key)).find(
        ({ read }) =>
          read.is === 'read' &&
          read.paths.some((path) =>
            /^github\.(?:head_ref|event\.(?:pull_request\.head|workflow_run\.head))/.test(path.join('.')),
          ),
      );
      if (found) yield { message: 'checkout', span: found.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { ref: "«${{ github.event.pull_request.head.sha }}»", fetch-depth: 0 }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_run: { workflows: [ci] }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          repository: «${{ github.event.workflow_run.head_repository.full_name }}»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { ref: "${{ github.event.pull_request.head.sha }}" }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with: { ref: "${{ github.event.pull_request.base.sha }}" }\n      - uses: acme/a@v1\n        with: { ref: "${{ github.head_ref }}" }\n',
      },
    ],
  },
});
