import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { literalText, partsOf } from '../../../formats/expressions/expressions';
import { zizmor } from '../sources';
import { expressionsIn, scalarsBelow } from '../workflows';
import type { Expression } from '../../../formats/expressions/expression-parser';

export default defineRule({
  id: 'github-actions/no-unsound-ternary',
  catalogue: ['unsound-condition'],
  equivalents: ['zizmor:unsound-ternary'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An expression that chooses between two values never gives the first.',
  why: "`a && '' || b` is b also when a holds, because the empty text counts as false.",
  remedy: 'Turn the condition round, so that the value that may be empty comes last.',
  references: [zizmor('unsound-ternary')],
  messages: { never: 'The value after && counts as false, so the one after || is always taken.' },
  fix: { none: 'Turning the condition round needs its meaning.' },
  looksAt: [
    { view: 'github-actions/workflow', path: [] },
    { view: 'github-actions/action', path: [] },
  ],
  *check(at): Iterable<Report> {
    for (const scalar of scalarsBelow(at)) {
      for (const { span, read } of expressionsIn(scalar)) {
        if (read.is === 'read' && hasLostValue(read.root)) yield { message: 'never', span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\nenv:\n  A: x «${{ github.a && '' || 'b' }}» y\njobs: {}\n",
      },
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\nenv:\n  A: «${{ github.a && false || 'b' }}»\njobs: {}\n",
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\nenv:\n  A: ${{ github.a && 'a' || '' }} ${{ github.a && '' }} ${{ github.a || '' || 'b' }}\njobs: {}\n",
      },
    ],
  },
});

function hasLostValue(expression: Expression): boolean {
  if (expression.is === 'logical' && expression.operator === '||') {
    for (const part of expression.parts.slice(0, -1)) {
      if (part.is !== 'logical') continue;
      const last = literalText(part.parts.at(-1));
      if (last !== undefined && ['', 'false', '0'].includes(last)) return true;
    }
  }
  return partsOf(expression).some(hasLostValue);
}
