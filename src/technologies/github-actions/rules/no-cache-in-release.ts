import { defineRule } from '../../../core';
import type { NodeView, Report, Span } from '../../../core';
import { zizmor } from '../sources';
import { actionUse, rawText, triggersOf, workflowOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-cache-in-release',
  catalogue: ['cache-poisoning'],
  equivalents: ['zizmor:cache-poisoning'],
  severity: 'info',
  certainty: 'opinion',
  summary: 'What is released may be built from a cache.',
  why: 'A run on a branch can fill the cache with code that the release then ships.',
  remedy: 'Build releases without caches.',
  references: [zizmor('cache-poisoning')],
  messages: { cache: 'A release built with a cache may contain what another run put there.' },
  fix: { none: 'What the build needs the cache for is known only to the author.' },
  looksAt: [{ view: 'github-actions/step', path: [] }],
  *check(at): Iterable<Report> {
    const use = actionUse(at.at('uses'));
    if (!use || !isRelease(workflowOf(at))) return;
    const input = cacheInput(use.repository, at);
    if (input) yield { message: 'cache', span: input };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: release\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: «actions/cache@v4» # pip\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { tags: ["v*"] }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-python@v5\n        with: { cache: «pip», python-version: "3.12" }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: release\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: «actions/setup-go@v5»\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache@v4\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: release\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-node@v4\n        with: { cache: "" }\n      - uses: actions/setup-go@v5\n        with: { cache: false }\n      - uses: actions/setup-python@v5\n      - uses: acme/cache@v1\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { branches: [main] }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache@v4\n',
      },
    ],
  },
});

function isRelease(workflow: NodeView): boolean {
  return triggersOf(workflow).some(
    ({ name, filters }) => name === 'release' || (name === 'push' && filters?.has('tags') === true),
  );
}

/** Actions that cache unless told not to; `cache` switches it. */
const always = new Set(['actions/setup-go', 'astral-sh/setup-uv', 'swatinem/rust-cache', 'actions/cache']);
const onDemand = new Set([
  'actions/setup-python',
  'actions/setup-node',
  'actions/setup-java',
  'ruby/setup-ruby',
]);

function cacheInput(repository: string, step: NodeView): Span | undefined {
  const key =
    repository === 'ruby/setup-ruby'
      ? 'bundler-cache'
      : repository === 'astral-sh/setup-uv'
        ? 'enable-cache'
        : 'cache';
  const input = step.at('with', key);
  const isOff = input && /^(?:false)?$/.test(rawText(input));
  if (always.has(repository)) return isOff ? undefined : step.at('uses')?.span;
  return onDemand.has(repository) && input && !isOff ? input.span : undefined;
}
