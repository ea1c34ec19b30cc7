import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { literalText, readExpression } from '../../../formats/expressions/expressions';
import { zizmor } from '../sources';
import { expressionsIn, rawText } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unsound-contains',
  catalogue: ['unsound-condition'],
  equivalents: ['zizmor:unsound-contains'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'A condition looks for a name within a text of names.',
  why: "`contains('refs/heads/main refs/heads/dev', github.ref)` is true for `refs/heads/mai` as well: a stranger may name a branch so.",
  remedy: 'Look in a list: `contains(fromJSON(\'["refs/heads/main"]\'), github.ref)`.',
  references: [zizmor('unsound-contains')],
  messages: { part: 'Any part of this text passes, not only the names in it.' },
  fix: { none: 'The names have to be written as a list.' },
  looksAt: [
    { view: 'github-actions/job', path: ['if'] },
    { view: 'github-actions/step', path: ['if'] },
  ],
  *check(at): Iterable<Report> {
    const text = rawText(at);
    const bodies = expressionsIn(at).map(({ read }) => read);
    for (const read of bodies.length > 0 ? bodies : [readExpression(text)]) {
      const found =
        read.is === 'read' &&
        read.calls.some(
          (call) =>
            call.name === 'contains' &&
            literalText(call.arguments[0]) !== undefined &&
            literalText(call.arguments[1]) === undefined,
        );
      if (found) yield { message: 'part', span: at.span };
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\njobs:\n  a:\n    if: «contains('main dev', github.ref_name)» # ours\n    runs-on: ubuntu-latest\n",
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\njobs:\n  a:\n    if: «${{ contains('main dev', github.ref_name) }}»\n    runs-on: ubuntu-latest\n",
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\njobs:\n  a:\n    if: contains(github.ref, 'main') || contains('a', 'b')\n    runs-on: ubuntu-latest\n",
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\njobs:\n  a:\n    if: contains(fromJSON('[]'), github.ref) && startsWith('a', github.ref)\n    runs-on: ubuntu-latest\n",
      },
    ],
  },
});
