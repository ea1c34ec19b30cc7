// Runs the examples of all rules, or of some technologies: `node src/tools/test-rules.mjs kafka strimzi`.
import { externalPackages } from './external-packages.mjs';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { narrowedRegistry } from './narrowed-registry.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const outfile = path.join(root, `out/sets/rules-${wanted.join('-') || 'all'}.cjs`);
await build({
  entryPoints: [path.join(root, 'test/sets/rules.test.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',

  plugins: [externalPackages, narrowedRegistry(root, wanted)],
  logLevel: 'warning',
  define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'test/sets')) },
});
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const run = spawnSync(process.execPath, [mocha, '--fail-zero', '--reporter', 'dot', outfile], {
  stdio: 'inherit',
  env: { ...process.env, ...(wanted.length > 0 && { TECHNOLOGY: wanted.join(',') }) },
});
if (wanted.length === 0)
  process.stdout.write(`${readdirSync(path.join(root, 'src/technologies')).length} technologies\n`);
process.exit(run.status ?? 1);
