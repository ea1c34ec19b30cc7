// Runs every oracle: each folder's run.mjs (or compare.mjs) in turn, and sums their closing lines.
// `node test/oracles/run.mjs [folder…]`
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const named = process.argv.slice(2);
// These read dozens of releases from the registries to renew data; whoever renews it names them.
const onlyByName = new Set(['keys', 'releases']);
const programs = readdirSync(here, { withFileTypes: true })
  .filter(
    (entry) =>
      entry.isDirectory() && (named.length === 0 ? !onlyByName.has(entry.name) : named.includes(entry.name)),
  )
  .flatMap(({ name }) =>
    ['run.mjs', 'compare.mjs'].map((file) => path.join(here, name, file)).filter(existsSync),
  );
let failed = 0;
for (const program of programs) {
  process.stdout.write(`\n--- ${path.relative(here, program)}\n`);
  const startMs = Date.now();
  const run = spawnSync(process.execPath, [program], { stdio: 'inherit', timeout: 10 * 60_000 });
  if (run.status !== 0) failed++;
  process.stdout.write(`(${Math.round((Date.now() - startMs) / 1000)} s, exit ${run.status})\n`);
}
process.exitCode = failed > 0 || programs.length === 0 ? 1 : 0;
