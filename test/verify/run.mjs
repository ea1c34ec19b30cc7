// Bundles the verification and runs it; `npm run verify -- --help` lists its options.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bundle = join(root, 'out', 'verify', 'main.cjs');
mkdirSync(dirname(bundle), { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['test/verify/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outfile: bundle,
  sourcemap: 'inline',
  logLevel: 'warning',
});
// The rules and templates of today are wanted, not those of the last build.
const built = spawnSync(process.execPath, [join(root, 'src', 'tools', 'build.mjs')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(1);
const ended = spawnSync(process.execPath, ['--enable-source-maps', bundle, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(ended.status ?? 1);
