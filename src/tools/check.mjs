// All that CI does after `npm ci`: `node src/tools/check.mjs [--only NAME]`. Each check is a command that prints how many
// tests passed, failed and were skipped; the sums are the last line. A check that cannot run counts as skipped, loudly.
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const minutes = 60_000;

const checks = [
  { name: 'npm test', command: ['npm', 'test'], limitMs: 25 * minutes },
  { name: 'lint', command: ['npm', 'run', 'lint'], limitMs: 8 * minutes },
  { name: 'format', command: ['npm', 'run', 'format:check'], limitMs: 3 * minutes },
  { name: 'start', command: ['node', 'src/tools/start.mjs', '--check'], limitMs: 3 * minutes },
  { name: 'oldest VS Code', command: ['npm', 'run', 'test:oldest'], limitMs: 6 * minutes },
  // Its suites go wrong on purpose and say so in closing lines of their own; what counts is mocha's verdict on them.
  { name: 'host guards', command: ['npm', 'run', 'test:host'], limitMs: 5 * minutes, closing: 'mocha' },
  { name: 'mutants', command: ['npm', 'run', 'mutants'], limitMs: 10 * minutes },
  { name: 'fuzz', command: ['node', 'src/tools/test.mjs', 'fuzz'], limitMs: 5 * minutes },
  { name: 'oracles', command: ['npm', 'run', 'oracles'], limitMs: 15 * minutes },
  { name: 'verify', command: ['npm', 'run', 'verify', '--', '--minutes', '20'], limitMs: 30 * minutes },
  { name: 'bench', command: ['npm', 'run', 'bench', '--', '--smoke'], limitMs: 5 * minutes },
];

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? undefined : process.argv[onlyAt + 1];
const sums = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (const check of checks.filter(({ name }) => only === undefined || name === only)) {
  process.stdout.write(`\n=== ${check.name}\n`);
  const startMs = Date.now();
  const { code, output } = await run(check);
  const counts = countsIn(output, code, check.closing);
  for (const key of Object.keys(sums)) sums[key] += counts[key];
  rows.push({ ...check, ...counts, seconds: Math.round((Date.now() - startMs) / 1000) });
}
process.stdout.write('\n');
for (const { name, passed, failed, skipped, seconds } of rows) {
  process.stdout.write(`${name}: ${passed} ok, ${failed} not ok, ${skipped} left out, ${seconds} s\n`);
}
process.stdout.write(`${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped\n`);
process.exitCode = sums.failed > 0 ? 1 : 0;

/** Runs a command, shows its output as it comes, and ends it with its children when its time is up. */
function run({ command: [program, ...rest], limitMs }) {
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    const take = (stream) => (chunk) => {
      output += chunk;
      stream.write(shown(String(chunk)));
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const timer = setTimeout(() => {
      process.stdout.write(`\nended after ${limitMs / minutes} minutes\n`);
      process.kill(-child.pid, 'SIGTERM');
    }, limitMs);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

/** A command's own closing lines get a mark, so that the only plain one is the last: the sums of all. */
function shown(text) {
  return text.replace(/^(?=\s*\d+ passed, \d+ failed)/gm, '| ');
}

/** Sums the plain closing lines of a command; without one, mocha's own; without either the command counts as one test. */
function countsIn(output, code, closing) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const lines = output.split('\n');
  const plain = (closing === 'mocha' ? [] : lines)
    .flatMap((line) => [/^\s*(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(line) ?? []])
    .filter((row) => row.length > 0);
  for (const [, passed, failed, skipped] of plain) add(counts, passed, failed, skipped);
  if (plain.length === 0) {
    const count = (word) =>
      lines.reduce((sum, line) => sum + Number(new RegExp(`^\\s*(\\d+) ${word}\\b`).exec(line)?.[1] ?? 0), 0);
    add(counts, count('passing'), count('failing'), count('pending'));
  }
  if (counts.passed + counts.failed + counts.skipped === 0) counts[code === 0 ? 'passed' : 'failed'] = 1;
  else if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

function add(counts, passed = 0, failed = 0, skipped = 0) {
  counts.passed += Number(passed);
  counts.failed += Number(failed);
  counts.skipped += Number(skipped);
}
