// Compares what our SQL scanner reads with what sqlglot reads, on the examples beside this file.
// Run: node test/oracles/sql/compare.mjs (needs Python with sqlglot: pip install sqlglot). Absent: skipped, said aloud.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const python = process.env.PYTHON ?? 'python3';
/** Fewer statements than this understood by sqlglot would make the comparison say nothing. */
const fewestCompared = 16;

if (spawnSync(python, ['-c', 'import sqlglot']).status !== 0) {
  console.log('skipped: sqlglot is not there (pip install sqlglot)');
  process.exit(0);
}

const format = await loadFormat();
let compared = 0;
let differences = 0;
for (const file of readdirSync(join(here, 'examples')).sort()) {
  const text = readFileSync(join(here, 'examples', file), 'utf8');
  const dialect = file.replace(/\.sql$/, '').replace(/^flink$/, '');
  const statements = statementsOf(text);
  const theirs = askSqlglot({ dialect, text, statements: statements.map(({ text: source }) => source) });
  report(file, 'number of statements', statements.length, theirs.semicolons);
  statements.forEach((ours, index) =>
    compare(`${file}: ${ours.kind} ${ours.name ?? ''}`, ours, theirs.facts[index]),
  );
}
console.log(`${compared} statements compared, ${differences} differences`);
process.exit(differences > 0 || compared < fewestCompared ? 1 : 0);

async function loadFormat() {
  const folder = mkdtempSync(join(tmpdir(), 'sql-oracle-'));
  try {
    const outfile = join(folder, 'sql.mjs');
    const source = join(here, '../../../src/formats/sql/sql.ts');
    await build({ entryPoints: [source], bundle: true, format: 'esm', outfile, logLevel: 'error' });
    return (await import(pathToFileURL(outfile).href)).sqlFormat;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function statementsOf(text) {
  const document = format.parse(text);
  if (!document) throw new Error('An example is broken.');
  return plain(document.root).statements;
}

function plain(node) {
  if (node.type === 'scalar') return node.text;
  if (node.type === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

function askSqlglot(request) {
  const run = spawnSync(python, [join(here, 'facts.py')], {
    input: JSON.stringify(request),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

function compare(place, ours, theirs) {
  if (!theirs) {
    console.log(`${place}: sqlglot does not understand it`);
    return;
  }
  compared++;
  report(place, 'kind', ours.kind, theirs.kind);
  if (theirs.name) report(place, 'name', ours.name, theirs.name);
  // A sink's `FROM view` is a query to sqlglot, a name to us.
  if ('body' in theirs && ours.from === undefined)
    report(place, 'body', ours.body !== undefined, theirs.body);
  if (!theirs.columns) return;
  const columns = (ours.columns ?? []).map(({ name }) => name);
  report(place, 'columns', columns, theirs.columns);
  report(place, 'primary key', ours.primaryKey ?? [], theirs.primaryKey);
  report(place, 'options', ours.options ?? {}, theirs.options);
}

function report(place, what, ours, theirs) {
  const [left, right] = [ours, theirs].map((value) => JSON.stringify(value));
  if (left === right) return;
  differences++;
  console.log(`${place}: ${what}: ours ${left}, sqlglot ${right}`);
}
