import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { contexts } from '../sources';
import { expressionsIn, needsOf, rawText, scalarsBelow, stepsOf } from '../workflows';
import type { ReadPath } from '../../../formats/expressions/expressions';

export default defineRule({
  id: 'github-actions/no-unknown-reference',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:expression'],
  severity: 'warning',
  certainty: 'likely',
  summary: 'An expression reads what nothing sets.',
  why: 'GitHub puts the empty text in its place, without a word: a tag is empty, a condition never holds.',
  remedy: 'Name a step above, a job in `needs`, or a value of the matrix.',
  references: [contexts],
  messages: {
    step: 'No step above has the id "{name}".',
    need: 'Job "{name}" is not among the needs of this job.',
    output: 'Job "{job}" has no output "{name}".',
    matrix: 'The matrix has no "{name}".',
  },
  fix: { none: 'What was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/job', path: [] }],
  *check(at): Iterable<Report> {
    const workflow = at.outer;
    if (!workflow) return;
    const seen = new Set<string>();
    const ids = new Set(stepsOf(at).map((step) => rawText(step.at('id')).toLowerCase()));
    for (const entry of at.entries()) {
      if (entry.key === 'steps') continue;
      for (const scalar of scalarsBelow(entry)) yield* lost(scalar, workflow, at, ids);
    }
    for (const step of stepsOf(at)) {
      for (const scalar of scalarsBelow(step)) yield* lost(scalar, workflow, at, seen);
      seen.add(rawText(step.at('id')).toLowerCase());
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo «${{ steps.later.outputs.b }}» now\n      - run: b\n        id: later\n',
        message: 'step',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    outputs: { x: "«${{ steps.none.outputs.b }}»", y: z }\n    steps:\n      - run: b\n',
        message: 'step',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: b\n    env: { A: "«${{ needs.c.result }}»" }\n  b:\n    runs-on: ubuntu-latest\n',
        message: 'need',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: [b]\n    env: { A: "«${{ needs.b.outputs.no }}»" }\n  b:\n    runs-on: ubuntu-latest\n    outputs: { yes: a }\n',
        message: 'output',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: «${{ matrix.os }}»\n    strategy: { matrix: { py: [1], include: [{ py: 2, cuda: 12 }] } }\n',
        message: 'matrix',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo «${{ matrix.os }}»\n',
        message: 'matrix',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ${{ matrix.cuda }}\n    needs: [b]\n    strategy: { matrix: { py: [1], include: [{ py: 2, cuda: 12 }] } }\n    env: { A: "${{ needs.b.outputs.yes }} ${{ needs.b.result }}" }\n    outputs: { x: "${{ steps.one.outputs.b }}" }\n    steps:\n      - run: b\n        id: One\n      - run: echo ${{ steps.one.outputs.c }} ${{ matrix.py }} ${{ steps[matrix.py].d }}\n  b:\n    runs-on: ubuntu-latest\n    outputs: { yes: a }\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ${{ matrix.os }}\n    needs: [b]\n    strategy: { matrix: "${{ fromJSON(needs.b.outputs.m) }}" }\n  b:\n    uses: acme/ci/.github/workflows/b.yml@v1\n',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ${{ matrix.os }}\n    strategy: { matrix: { py: [1], include: "${{ fromJSON(vars.A) }}" } }\n',
      },
    ],
  },
});

function* lost(
  scalar: NodeView,
  workflow: NodeView,
  job: NodeView,
  ids: ReadonlySet<string>,
): Iterable<Report> {
  for (const { span, read } of expressionsIn(scalar)) {
    if (read.is === 'broken') continue;
    for (const path of read.paths) {
      const report = lostPath(path, workflow, job, ids);
      if (report) yield { ...report, span };
    }
  }
}

function lostPath(
  path: ReadPath,
  workflow: NodeView,
  job: NodeView,
  ids: ReadonlySet<string>,
): Omit<Report, 'span'> | undefined {
  const [context, name] = path;
  if (name === undefined || name === '*') return undefined;
  if (context === 'steps' && !ids.has(name.toLowerCase())) return { message: 'step', data: { name } };
  if (context === 'matrix')
    return hasMatrixKey(job, name) ? undefined : { message: 'matrix', data: { name } };
  return context === 'needs' ? lostNeed(path, workflow, job) : undefined;
}

function lostNeed(path: ReadPath, workflow: NodeView, job: NodeView): Omit<Report, 'span'> | undefined {
  const [, name = '', key, output] = path;
  const needs = needsOf(job).map((need) => rawText(need));
  if (needs.some((need) => need.includes('${{'))) return undefined;
  if (!needs.some((need) => need.toLowerCase() === name.toLowerCase()))
    return { message: 'need', data: { name } };
  const needed = workflow.at('jobs', name);
  if (key !== 'outputs' || output === undefined || output === '*' || !needed || needed.has('uses'))
    return undefined;
  const outputs = needed.at('outputs');
  if (outputs && outputs.node?.type !== 'map') return undefined;
  const names = (outputs?.entries() ?? []).map((each) => each.key.toLowerCase());
  return names.includes(output.toLowerCase())
    ? undefined
    : { message: 'output', data: { job: name, name: output } };
}

function hasMatrixKey(job: NodeView, name: string): boolean {
  const matrix = job.at('strategy', 'matrix');
  if (!matrix) return job.has('strategy') && job.at('strategy')?.node?.type !== 'map';
  const include = matrix.at('include');
  if (matrix.node?.type !== 'map' || (include && include.node?.type !== 'list')) return true;
  const included = include?.items() ?? [];
  if (included.some((item) => item.node?.type !== 'map')) return true;
  const names = [matrix, ...included].flatMap((map) => map.entries().map(({ key }) => key.toLowerCase()));
  return names.includes(name.toLowerCase());
}
