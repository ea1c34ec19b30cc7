import { defineRule } from '../../../core';
import type { Report } from '../../../core';
import { zizmor } from '../sources';
import { expressionsIn } from '../workflows';

export default defineRule({
  id: 'github-actions/no-constant-condition',
  catalogue: ['unsound-condition'],
  equivalents: ['zizmor:unsound-condition', 'actionlint:if-cond'],
  severity: 'warning',
  certainty: 'certain',
  summary: 'A condition is always true.',
  why: 'Text around an expression, a line break of a block included, makes a string; a string that is not empty is true.',
  remedy: 'Write the whole condition as one expression.',
  references: [zizmor('unsound-condition')],
  messages: { text: 'Text around the expression makes this condition always true.' },
  fix: 'safe',
  looksAt: [
    { view: 'github-actions/job', path: ['if'] },
    { view: 'github-actions/step', path: ['if'] },
  ],
  *check(at): Iterable<Report> {
    const { node } = at;
    if (node?.type !== 'scalar') return;
    const expressions = expressionsIn(at);
    const [first] = expressions;
    if (!first) return;
    const source = node.text;
    const isWhole = expressions.length === 1 && source.startsWith('${{') && source.endsWith('}}');
    if (isWhole) return;
    const isBlock = node.style === 'literal' || node.style === 'folded';
    const isOnly =
      expressions.length === 1 && source.trim().startsWith('${{') && source.trim().endsWith('}}');
    const mark =
      isBlock && isOnly ? /[|>](?=[ \t]*\r?\n$)/.exec(at.document.text.slice(0, node.span.start)) : null;
    const place = mark ? mark.index + 1 : 0;
    const edits = mark ? [{ span: { start: place, end: place }, text: '-' }] : undefined;
    yield {
      message: 'text',
      span: edits || isBlock ? first.span : node.span,
      fix: at.fix('safe', 'Leave the line break out', edits),
    };
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    if: |\n      «${{ github.ref == 1 }}»\n    runs-on: ubuntu-latest\n',
        fixed:
          'on: push\njobs:\n  a:\n    if: |-\n      ${{ github.ref == 1 }}\n    runs-on: ubuntu-latest\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    if: «${{ github.a }} && true» # both\n    runs-on: ubuntu-latest\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - if: «"${{ env.A }} "»\n        run: a\n',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    if: |-\n      ${{ github.ref == 1 }}\n    runs-on: ubuntu-latest\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    if: github.ref == 1 && true\n    runs-on: ubuntu-latest\n    steps:\n      - if: ${{ a }}\n        run: a\n',
      },
    ],
  },
});
