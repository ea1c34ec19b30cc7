import { deepEqual, equal, ok } from 'node:assert/strict';
import { isPromQl } from './checks/prometheus';
import type { Check } from './check';
import type { Component } from './component';
import { readOptions } from './options';
import { failed, passed } from './outcome';
import { isStale, keep, tableOf, type Results } from './results';
import { rowsOf, type Row } from './row';
import { strictSchema } from './strict-schema';

const check: Check = {
  id: 'tests',
  title: 'the tests',
  revision: 1,
  versions: () => [],
  appliesTo: (_, which) => which.name !== 'other',
  run: () => Promise.resolve(passed()),
};
const component: Component = {
  id: 'p/c',
  folder: '/nowhere',
  needs: {},
  cases: ['a', 'b', 'other'].map((name) => ({ name, answersFile: '', answers: { name } })),
};
const rows = rowsOf([component], [check]);
const resultsOf = (of: readonly Row[], result: 'passed' | 'failed'): Results =>
  Object.fromEntries(
    of.map((row) => [
      row.id,
      keep(row, result === 'passed' ? passed('fine') : failed('no\nbecause'), 1.26, '2026-11-23'),
    ]),
  );

describe('verify', () => {
  it('makes a row for each set of answers that a check applies to', () => {
    deepEqual(
      rows.map((row) => row.id),
      ['p/c/a/tests', 'p/c/b/tests'],
    );
  });

  it('gives rows with other answers and other revisions another hash', () => {
    const again = rowsOf([component], [{ ...check, revision: 2 }]);
    equal(new Set([...rows, ...again].map((row) => row.hash)).size, 4);
  });

  it('lets a row depend only on the files that its check reads', () => {
    const own: Component = { ...component, folder: 'test/verify/kafka' };
    const [all] = rowsOf([own], [check]);
    const [some] = rowsOf([own], [{ ...check, reads: /^nothing$/ }]);
    ok(all && some && all.hash !== some.hash);
  });

  it('runs a row again when it never ran, changed or failed', () => {
    const [row, other] = rows;
    ok(row && other);
    equal(isStale(row, {}), true);
    equal(isStale(row, resultsOf([row], 'passed')), false);
    equal(isStale(row, resultsOf([row], 'failed')), true);
    equal(isStale({ ...row, hash: 'new' }, resultsOf([row], 'passed')), true);
    equal(isStale(row, resultsOf([other], 'passed')), true);
  });

  it('counts a result with an old hash as stale in the table', () => {
    const results = resultsOf(rows, 'passed');
    ok(tableOf(rows, results).includes('| p/c | the tests | 2 | 2 passed | 2026-11-23 |'));
    const changed = rows.map((row, at) => (at === 0 ? { ...row, hash: 'new' } : row));
    ok(tableOf(changed, results).includes('| 2 | 1 passed, 1 stale |'));
  });

  it('publishes the first line of a failure only', () => {
    const [row] = rows;
    ok(row);
    equal(keep(row, failed('no\nbecause'), 1.26, '2026-11-23').detail, 'no');
    equal(keep(row, failed('no'), 1.26, '2026-11-23').seconds, 1.3);
  });

  it('refuses unknown fields of a custom resource at every depth but where they are kept', () => {
    const text = { type: 'string' };
    const strict = strictSchema({
      properties: {
        spec: {
          properties: { a: text, free: { properties: {}, 'x-kubernetes-preserve-unknown-fields': true } },
        },
        list: { items: { properties: { b: text } } },
      },
    });
    deepEqual(strict, {
      additionalProperties: false,
      properties: {
        apiVersion: {},
        kind: {},
        metadata: {},
        spec: { additionalProperties: false, properties: { a: text, free: { properties: {} } } },
        list: { items: { additionalProperties: false, properties: { b: text } } },
      },
    });
  });

  it('lets an integer or a text stand where Kubernetes takes both', () => {
    const strict = strictSchema({
      properties: { port: { type: 'integer', 'x-kubernetes-int-or-string': true } },
    });
    ok(JSON.stringify(strict).includes('"port":{}'));
  });

  it('tells broken PromQL from whole', () => {
    equal(isPromQl('sum by (a) (rate(x_total[5m])) > 0.1'), true);
    for (const broken of ['sum by (a (x)', 'rate(x[5m)', '']) equal(isPromQl(broken), false);
  });

  it('refuses an argument that it does not know', () => {
    ok('error' in readOptions(['--everything']));
    ok('error' in readOptions(['--only']));
    deepEqual(readOptions(['--all', '--only', 'x', '--table']), {
      rows: 'all',
      only: ['x'],
      limitMs: Infinity,
      action: 'table',
    });
  });
});
