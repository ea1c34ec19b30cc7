// Bundles one TypeScript program of this folder (or a test file) and runs it: `node src/tools/run.mjs generate --check`.
import { externalPackages } from './external-packages.mjs';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { narrowedRegistry } from './narrowed-registry.mjs';

const [name = '', ...rest] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '../..');
const entry = name.endsWith('.ts') ? path.resolve(name) : path.join(import.meta.dirname, `${name}.ts`);
const outfile = path.join(root, 'out/tools', `${path.basename(entry, '.ts')}.cjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',

  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [
    externalPackages,
    narrowedRegistry(root, (process.env.TECHNOLOGY ?? '').split(',').filter(Boolean)),
  ],
  define: { 'import.meta.dirname': JSON.stringify(path.dirname(entry)) },
});
const run = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...rest], {
  stdio: 'inherit',
  cwd: root,
});
process.exit(run.status ?? 1);
