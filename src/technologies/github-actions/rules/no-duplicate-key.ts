import { defineRule } from '../../../core';
import type { Report, TreeNode } from '../../../core';
import { syntax } from '../sources';

export default defineRule({
  id: 'github-actions/no-duplicate-key',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:syntax-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A key stands twice in one map.',
  why: 'GitHub refuses the workflow: the key is already defined.',
  remedy: 'Keep one of the two.',
  references: [syntax],
  messages: { duplicate: '"{key}" is already defined above.' },
  fix: { none: 'Which of the two is meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    yield* duplicates(at.node, 0);
  },
  examples: {
    bad: [
      { path: '.github/workflows/build.yaml', text: 'on: push\nenv:\n  A: b\n  «A»: c # again\njobs: {}\n' },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { runs-on: ubuntu-latest, steps: [] }\n  «a»: { runs-on: ubuntu-latest, steps: [] }\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  A: b\n  B: c\njobs:\n  a: { env: { A: c } }\n',
      },
    ],
  },
});

function* duplicates(node: TreeNode | undefined, depth: number): Iterable<Report> {
  if (!node || depth > 30) return;
  if (node.type === 'list') for (const item of node.items) yield* duplicates(item, depth + 1);
  if (node.type !== 'map') return;
  const seen = new Set<string>();
  for (const { key, keySpan, value } of node.entries) {
    if (seen.has(key) && key !== '<<') yield { message: 'duplicate', data: { key }, span: keySpan };
    seen.add(key);
    yield* duplicates(value, depth + 1);
  }
}
