import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { syntax } from '../sources';
import { jobsOf, stepsOf, triggersOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-invalid-value',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:syntax-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A number, or true or false, is wanted and something else stands there.',
  why: 'GitHub refuses the workflow.',
  remedy: 'Write a number, true or false, or an expression.',
  references: [syntax],
  messages: {
    number: '"{key}" is a number, not "{value}".',
    boolean: '"{key}" is true or false, not "{value}".',
    list: '"{key}" may not be an empty list.',
  },
  fix: { none: 'What was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    for (const job of jobsOf(at)) {
      yield* faults([job.at('timeout-minutes'), job.at('strategy', 'max-parallel')], 'number');
      yield* faults([job.at('continue-on-error'), job.at('strategy', 'fail-fast')], 'boolean');
      for (const step of stepsOf(job)) {
        yield* faults([step.at('timeout-minutes')], 'number');
        yield* faults([step.at('continue-on-error')], 'boolean');
      }
    }
    for (const { filters } of triggersOf(at)) {
      for (const input of filters?.at('inputs')?.entries() ?? [])
        yield* faults([input.at('required')], 'boolean');
      for (const list of filters?.entries() ?? []) {
        if (list.node?.type === 'list' && list.items().length === 0)
          yield { message: 'list', data: { key: list.key }, span: list.span };
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { timeout-minutes: «"4 minutes"», runs-on: ubuntu-latest }\n',
        message: 'number',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { strategy: { max-parallel: «many» } }\n',
        message: 'number',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: { strategy: { fail-fast: «"maybe"» } }\n',
        message: 'boolean',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - { run: a, continue-on-error: «sure» }\n',
        message: 'boolean',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - { run: a, timeout-minutes: «soon» }\n',
        message: 'number',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  workflow_dispatch: { inputs: { a: { required: «needed» } } }\njobs: {}\n',
        message: 'boolean',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { branches: «[]» }\njobs: {}\n',
        message: 'list',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { branches: [a] }\n  workflow_dispatch: { inputs: { a: { required: "${{ true }}" } } }\njobs:\n  a: { timeout-minutes: 4.5, continue-on-error: "${{ matrix.a }}", strategy: { fail-fast: false, max-parallel: 2 } }\n',
      },
    ],
  },
});

function* faults(places: readonly (NodeView | undefined)[], type: 'number' | 'boolean'): Iterable<Report> {
  const pattern = type === 'number' ? /^\d+(?:\.\d+)?$/ : /^(?:true|false)$/i;
  for (const place of places) {
    const text = place?.text();
    if (!place || text?.is !== 'known' || pattern.test(text.value)) continue;
    yield { message: type, data: { key: place.key, value: text.value }, span: text.span };
  }
}
