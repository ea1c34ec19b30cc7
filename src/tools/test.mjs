// Bundles the tests of the folders named (default: unit, sets and verify) and runs them in mocha, all in one process.
// `node src/tools/test.mjs [unit|sets|verify|fuzz]… [--grep PATTERN]`; FUZZ_SEED=random tries other cases.
import { externalPackages } from './external-packages.mjs';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { existsSync, readdirSync, rmSync } from 'node:fs';

const root = path.resolve(import.meta.dirname, '../..');
const grepAt = process.argv.indexOf('--grep');
const grep = grepAt < 0 ? [] : ['--grep', process.argv[grepAt + 1] ?? ''];
const named = process.argv.slice(2, grepAt < 0 ? undefined : grepAt);
const folders = named.length > 0 ? named : ['unit', 'sets', 'verify'];
const outdir = path.join(root, 'out/tests');

const entries = folders.flatMap((folder) => {
  const base = path.join(root, 'test', folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(base, file));
});
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries,
  outbase: path.join(root, 'test'),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',

  sourcemap: 'linked',
  outExtension: { '.js': '.cjs' },
  logLevel: 'warning',
  plugins: [externalPackages, ownDirectories()],
});
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const run = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    mocha,
    '--require',
    path.join(import.meta.dirname, 'fixed-seed.cjs'),
    '--fail-zero',
    '--forbid-only',
    '--timeout',
    '30000',
    '--reporter',
    process.env.REPORTER ?? 'dot',
    ...grep,
    `${outdir}/**/*.test.cjs`,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'], cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
);
process.stdout.write(run.stdout);
const count = (word) => new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(run.stdout)?.[1] ?? '0';
process.stdout.write(`${count('passing')} passed, ${count('failing')} failed, ${count('pending')} skipped\n`);
process.exit(run.status ?? 1);

/** `import.meta.dirname` of a test is the folder of its source, wherever the bundle lies. */
function ownDirectories() {
  return {
    name: 'own-directories',
    setup(bundle) {
      bundle.onLoad({ filter: /[\\/](?:test|src)[\\/].*\.ts$/ }, async ({ path: file }) => {
        const { readFile } = await import('node:fs/promises');
        const contents = await readFile(file, 'utf8');
        if (!contents.includes('import.meta.dirname')) return undefined;
        return {
          contents: contents.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file))),
          loader: 'ts',
        };
      });
    },
  };
}
