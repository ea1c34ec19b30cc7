import { checks } from './checks';
import { findComponents } from './component';
import { generate } from './generate';
import { help, readOptions } from './options';
import { failed, skipped, type Outcome } from './outcome';
import type { Project } from './project';
import { isStale, keep, publish, readResults, tableOf } from './results';
import { rowsOf, type Row } from './row';
import { Workbench } from './workbench';

/** Verifies what the templates generate, row by row, and keeps the results. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if ('error' in options) return say(options.error, 2);
  if (options.action === 'help') return say(help, 0);
  const rows = rowsOf(findComponents(), checks);
  const results = readResults();
  if (options.action === 'table') return say(tableOf(rows, results), 0);
  const stale = rows.filter((row) => results[row.id]?.hash !== row.hash);
  if (options.action === 'stale')
    return say(stale.map((row) => `${row.id}\n`).join(''), stale.length > 0 ? 1 : 0);
  const wanted = rows
    .filter((row) => options.rows === 'all' || isStale(row, results))
    .filter((row) => options.only.length === 0 || options.only.some((text) => row.id.includes(text)));
  if (options.action === 'list') return say(wanted.map((row) => `${row.id}\n`).join(''), 0);
  return runRows(rows, limited(wanted, options.limitMs), options.limitMs);
}

/** Where time is short, quick checks of all projects come before slow ones of the first. */
function limited(wanted: readonly Row[], limitMs: number): readonly Row[] {
  if (limitMs === Infinity) return wanted;
  return [...wanted].sort((a, b) => checks.indexOf(a.check) - checks.indexOf(b.check));
}

/** With a limit only published rows are run again; one that never ran is told, and does not count as passed. */
function reasonToSkip(
  row: Row,
  results: ReturnType<typeof readResults>,
  isLate: boolean,
): string | undefined {
  if (results[row.id] === undefined) return 'never run; npm run verify runs and publishes it';
  return isLate ? 'no time left; it counts as not run' : undefined;
}

async function runRows(rows: readonly Row[], wanted: readonly Row[], limitMs: number): Promise<number> {
  const results = readResults();
  const endMs = Date.now() + limitMs;
  const bench = new Workbench();
  const projects = new Map<string, Promise<Project>>();
  const counts = { passed: 0, failed: 0, skipped: 0, absent: 0 };
  try {
    for (const row of wanted) {
      const started = Date.now();
      const reason = limitMs === Infinity ? undefined : reasonToSkip(row, results, started > endMs);
      if (reason !== undefined) {
        counts.skipped += 1;
        print(row, skipped(reason), 0);
        continue;
      }
      const outcome = await runRow(row, projects, bench);
      const seconds = (Date.now() - started) / 1000;
      counts[outcome.is] += 1;
      print(row, outcome, seconds);
      // After each row, so that an interrupted run keeps what it has found out.
      publish(row.id, keep(row, outcome, seconds, new Date(started).toISOString().slice(0, 10)), rows);
    }
  } finally {
    await bench.dispose();
  }
  const unchanged = rows.length - wanted.length;
  return say(
    `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${unchanged} of ${rows.length} rows not run)\n`,
    counts.failed > 0 ? 1 : 0,
  );
}

async function runRow(row: Row, projects: Map<string, Promise<Project>>, bench: Workbench): Promise<Outcome> {
  const key = `${row.component.id}/${row.case.name}`;
  const made = projects.get(key) ?? generate(row.component, row.case);
  projects.set(key, made);
  try {
    return await row.check.run(await made, bench);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function print(row: Row, outcome: Outcome, seconds: number): void {
  const mark = { passed: 'ok  ', failed: 'FAIL', skipped: 'SKIP', absent: '--  ' }[outcome.is];
  const detail =
    outcome.is === 'failed' ? `\n${outcome.detail.replace(/^/gm, '      ')}` : ` (${outcome.detail})`;
  process.stdout.write(`${mark} ${row.id} ${seconds.toFixed(1)} s${detail}\n`);
}

function say(text: string, code: number): number {
  (code === 2 ? process.stderr : process.stdout).write(text);
  return code;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
