import { defineRule } from '../../../core';
import type { NodeView, Report } from '../../../core';
import { syntax } from '../sources';
import { jobsOf, stepsOf, triggersOf } from '../workflows';
import type { Trigger } from '../workflows';

export default defineRule({
  id: 'github-actions/no-unknown-key',
  catalogue: ['workflow-syntax'],
  equivalents: ['actionlint:syntax-check'],
  severity: 'error',
  certainty: 'certain',
  summary: 'A key is not one that GitHub knows.',
  why: 'GitHub refuses the workflow: unexpected value.',
  remedy: 'Correct the key, or indent it under what it belongs to.',
  references: [syntax],
  messages: { unknown: '"{key}" is no key of a {place}.' },
  fix: { none: 'Which key was meant is known only to the author.' },
  looksAt: [{ view: 'github-actions/workflow', path: [] }],
  *check(at): Iterable<Report> {
    yield* unknownIn(at, 'workflow', keysOf.workflow);
    for (const job of jobsOf(at)) {
      yield* unknownIn(job, 'job', keysOf.job);
      for (const [key, place] of parts) {
        const part = job.at(key);
        if (part) yield* unknownIn(part, place, keysOf[place]);
      }
      for (const service of job.at('services')?.entries() ?? [])
        yield* unknownIn(service, 'container', keysOf.container);
      for (const step of stepsOf(job)) yield* unknownIn(step, 'step', keysOf.step);
    }
    for (const trigger of triggersOf(at)) yield* unknownFilters(trigger);
  },
  examples: {
    bad: [
      { path: '.github/workflows/build.yaml', text: 'on: push\n«job»: {}\njobs: {}\n', message: 'unknown' },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    «step»: []\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: a\n        «envs»: {}\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: { image: "a:1", «environment»: {} }\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    services: { db: { image: "a:1", «command»: b } }\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on:\n  push: { «branch»: main }\njobs: {}\n',
        message: 'unknown',
      },
      {
        path: '.github/workflows/build.yaml',
        text: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    strategy: { «max_parallel»: 1, matrix: {} }\n',
        message: 'unknown',
      },
    ],
    good: [
      {
        path: '.github/workflows/build.yaml',
        text: 'name: a\nrun-name: b\non:\n  push: { branches: [main], tags-ignore: [a] }\n  issues: { types: [opened] }\npermissions: {}\nenv: {}\ndefaults: {}\nconcurrency: a\njobs:\n  a: &base\n    runs-on: ubuntu-latest\n    container: a:1\n    strategy: { fail-fast: false, matrix: { anything: [1] } }\n    steps:\n      - uses: a/b@v1\n        with: { any: thing }\n',
      },
    ],
  },
});

type Place =
  'workflow' | 'job' | 'step' | 'container' | 'strategy' | 'concurrency' | 'environment' | 'snapshot';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const keysOf: Readonly<Record<Place, ReadonlySet<string>>> = {
  workflow: words('name run-name on permissions env defaults concurrency jobs'),
  job: words(
    'name permissions needs if runs-on snapshot environment concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services uses with secrets',
  ),
  step: words('id if name uses run working-directory shell with env continue-on-error timeout-minutes'),
  container: words('image credentials env ports volumes options'),
  strategy: words('matrix fail-fast max-parallel'),
  concurrency: words('group cancel-in-progress queue'),
  environment: words('name url deployment'),
  snapshot: words('image-name version if'),
};

const parts = [
  ['container', 'container'],
  ['strategy', 'strategy'],
  ['concurrency', 'concurrency'],
  ['environment', 'environment'],
  ['snapshot', 'snapshot'],
] as const;

const filters = words(
  'types branches branches-ignore tags tags-ignore paths paths-ignore workflows inputs outputs secrets cron timezone names versions',
);

function* unknownIn(map: NodeView, place: Place, known: ReadonlySet<string>): Iterable<Report> {
  for (const entry of map.entries()) {
    if (!known.has(entry.key) && !entry.key.includes('${{'))
      yield { message: 'unknown', data: { key: entry.key, place }, span: entry.anchor };
  }
}

function* unknownFilters({ filters: below }: Trigger): Iterable<Report> {
  for (const entry of below?.entries() ?? []) {
    if (!filters.has(entry.key))
      yield { message: 'unknown', data: { key: entry.key, place: 'trigger' }, span: entry.anchor };
  }
}
