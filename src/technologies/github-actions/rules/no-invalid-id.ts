import { defineRule } from '../../../core';
import type { Report, Span } from '../../../core';
import { syntax } from '../sources';
import { jobsOf, stepsOf } from '../workflows';

export default defineRule({
  id: 'github-actions/no-invalid-id',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:id'],
  severity: 'error',
  certainty: 'certain',
  summary: 'The name of a job or step cannot be.',
  why: 'GitHub refuses it: it starts with a letter or underscore, has only letters, digits, hyphens and underscores, and stands once.',
  remedy: 'Rename it.',
  references: [syntax],
  messages: { invalid: '"{id}" is no valid id.', duplicate: 'Another {what} above has the id "{id}".' },
  fix: { none: 'Expressions that use the id have to change with it.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    const jobs = new Set<string>();
    for (const job of jobsOf(at)) {
      yield* faultOfId(job.key, 'job', job.anchor, jobs);
      const steps = new Set<string>();
      for (const step of stepsOf(job)) {
        const id = step.text('id');
        if (id.is === 'known' && id.value !== '') yield* faultOfId(id.value, 'step', id.span, steps);
      }
    }
  },
  examples: {
    bad: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  «v1.2»: { runs-on: ubuntu-latest }\n',
        message: 'invalid',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - { run: a, id: «-b», name: c }\n',
        message: 'invalid',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    steps:\n      - { run: a, id: b }\n      - { run: a, id: «B» }\n',
        message: 'duplicate',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a: {}\n  «A»: {}\n',
        message: 'duplicate',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  _a-1:\n    steps:\n      - { run: a, id: b }\n  b:\n    steps:\n      - { run: a, id: b }\n      - { run: a }\n      - { run: a, id: "" }\n',
      },
    ],
  },
});

function* faultOfId(id: string, what: string, span: Span, seen: Set<string>): Iterable<Report> {
  const key = id.toLowerCase();
  if (!/^[A-Za-z_][\w-]*$/.test(id)) yield { message: 'invalid', data: { id }, span };
  else if (seen.has(key)) yield { message: 'duplicate', data: { id, what }, span };
  seen.add(key);
}
