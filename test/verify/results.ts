import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { acceptedTable } from './accepted-findings';
import type { Outcome } from './outcome';
import { resultsFile } from './places';
import { isMapping, mappingAt, numberAt, textAt } from './plain-data';
import type { Row } from './row';

/** What is kept of a row that has run. */
export interface Kept {
  readonly hash: string;
  readonly result: string;
  readonly detail: string;
  readonly date: string;
  readonly seconds: number;
}

/** The published results by the id of their row. */
export type Results = Readonly<Record<string, Kept>>;

/** Reads the published results; none is no fault. */
export function readResults(): Results {
  if (!existsSync(resultsFile)) return {};
  const read: unknown = JSON.parse(readFileSync(resultsFile, 'utf8'));
  const rows = Object.entries(mappingAt(read, 'rows')).map(([id, row]) => [id, keptOf(row)] as const);
  return Object.fromEntries(rows);
}

function keptOf(row: unknown): Kept {
  return {
    hash: textAt(row, 'hash') ?? '',
    result: textAt(row, 'result') ?? '',
    detail: textAt(row, 'detail') ?? '',
    date: textAt(row, 'date') ?? '',
    seconds: numberAt(row, 'seconds', 0),
  };
}

/** Adds one row's result to what is published now; another run may have written since. Rows that are gone go. */
export function publish(id: string, kept: Kept, rows: readonly Row[]): void {
  const ids = new Set(rows.map((row) => row.id));
  const known = Object.entries({ ...readResults(), [id]: kept }).filter(([one]) => ids.has(one));
  known.sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(resultsFile, `${JSON.stringify({ version: 1, rows: Object.fromEntries(known) }, null, 2)}\n`);
}

/** What to keep of a row that has just run; only the first line of a failure is published. */
export function keep(row: Row, outcome: Outcome, seconds: number, date: string): Kept {
  const detail = outcome.detail.split('\n')[0] ?? '';
  return {
    hash: row.hash,
    result: outcome.is,
    detail: detail.slice(0, 200),
    date,
    seconds: Math.round(seconds * 10) / 10,
  };
}

/** Whether a row must run again: never run, changed since, or not passed. */
export function isStale(row: Row, results: Results): boolean {
  const kept = results[row.id];
  return (
    kept === undefined || kept.hash !== row.hash || (kept.result !== 'passed' && kept.result !== 'absent')
  );
}

/** The table for the README: a line for each component and check, over all sets of answers. */
export function tableOf(rows: readonly Row[], results: Results): string {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.component.id}\0${row.check.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups.values()].map((group) => lineOf(group, results)).filter((line) => line !== '');
  return [
    '| component | check | answer sets | result | last run |',
    '|---|---|---|---|---|',
    ...lines,
    '',
    acceptedTable(),
  ].join('\n');
}

function lineOf(group: readonly Row[], results: Results): string {
  const [first] = group;
  if (first === undefined) return '';
  const kept = group.map((row) =>
    isMapping(results[row.id]) && results[row.id]?.hash === row.hash ? results[row.id] : undefined,
  );
  const count = (result: string) => kept.filter((one) => one?.result === result).length;
  const applicable = group.length - count('absent');
  if (applicable === 0) return '';
  const stale = kept.filter((one) => one === undefined).length;
  const parts = [`${count('passed')} passed`];
  if (count('failed') > 0) parts.push(`${count('failed')} failed`);
  if (count('skipped') > 0) parts.push(`${count('skipped')} skipped`);
  if (stale > 0) parts.push(`${stale} stale`);
  const dates = kept.flatMap((one) => (one === undefined ? [] : [one.date])).sort();
  return `| ${first.component.id} | ${first.check.title} | ${applicable} | ${parts.join(', ')} | ${dates.at(-1) ?? 'never'} |`;
}
