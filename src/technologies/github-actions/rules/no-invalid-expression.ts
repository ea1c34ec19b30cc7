import { defineRule } from '../../../core';
import type { Report, Span } from '../../../core';
import { readExpression } from '../../../formats/expressions/expressions';
import { availabilityAt, boundFunctions } from '../availability';
import { contexts } from '../sources';
import { expressionsIn, rawText, scalarsBelow } from '../workflows';
import type { ReadExpression } from '../../../formats/expressions/expressions';
import type { Availability } from '../availability';

export default defineRule({
  id: 'github-actions/no-invalid-expression',
  catalogue: ['workflow-syntax', 'template-injection'],
  equivalents: ['actionlint:expression'],
  severity: 'error',
  certainty: 'certain',
  summary: 'An expression cannot be read, or asks for what is not there.',
  why: 'GitHub refuses the workflow.',
  remedy: 'Correct the expression; see the table of contexts for what is there at each place.',
  references: [contexts],
  messages: {
    broken: 'The expression cannot be read: {problem}.',
    context: 'Context "{name}" is not available here.',
    function: 'Function "{name}" is not available here.',
  },
  fix: { none: 'What the expression was to say is known only to its author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    for (const scalar of scalarsBelow(at)) {
      const places = expressionsIn(scalar);
      const isCondition = scalar.key === 'if' && places.length === 0 && scalar.text().is === 'known';
      const bare = isCondition ? [{ span: scalar.span, read: readExpression(rawText(scalar)) }] : [];
      const available = availabilityAt(scalar.path);
      for (const { span, read } of [...places, ...bare]) {
        if (read.is === 'broken') yield { message: 'broken', data: { problem: read.problem }, span };
        else if (available) yield* unavailable(read, available, span);
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  A: x «${{ github. }}» y\njobs: {}\n',
        message: 'broken',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    if: «github.ref = 1» # is\n    runs-on: ubuntu-latest\n',
        message: 'broken',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\nenv:\n  A: «${{ foo.bar }}»\njobs: {}\n',
        message: 'broken',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      A: «${{ env.B }}» # b\n',
        message: 'context',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo «${{ success() }}» now\n',
        message: 'function',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        shell: «${{ env.A }}»\n',
        message: 'context',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: "on: push\nenv:\n  A: ${{ github.ref }} ${{ secrets.A }}\njobs:\n  a:\n    if: success() && github.ref == 1\n    runs-on: ubuntu-latest\n    steps:\n      - if: always() && hashFiles('a')\n        run: echo ${{ env.A }} ${{ hashFiles('b') }}\n",
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    outputs: { a: "${{ steps.a.outputs.b }}" }\n    steps:\n      - run: echo ${{\n',
      },
    ],
  },
});

function* unavailable(read: ReadExpression, available: Availability, span: Span): Iterable<Report> {
  if (read.is === 'broken') return;
  const context = read.paths.map(([name = '']) => name).find((name) => !available.contexts.has(name));
  if (context !== undefined) yield { message: 'context', data: { name: context }, span };
  const call = read.calls.find(({ name }) => boundFunctions.has(name) && !available.functions.has(name));
  if (call) yield { message: 'function', data: { name: call.name }, span };
}
