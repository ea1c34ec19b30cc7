import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { localisationFiles } from './generate/localisation';
import { writeGenerated } from './generate/output';
import { registryFiles } from './generate/registries';
import { snippetFiles } from './generate/snippets';

// npm run generate [-- --check] [-- --only <technology>]
// Each generator is a program of its own run in a fresh process when it needs the bundle of what came before:
// the registries come first, for pages and schemas are made from the rules that they list.

const root = path.resolve(import.meta.dirname, '../..');
const check = process.argv.includes('--check');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? undefined : process.argv[onlyAt + 1];

const stale = writeGenerated(root, registryFiles(root, only), { check });
if (only === undefined) {
  const files = new Map([...snippetFiles(root), ...localisationFiles(root)]);
  stale.push(...orphans(), ...writeGenerated(root, files, { check }));
}
for (const file of stale) process.stdout.write(`${check ? 'stale' : 'wrote'}: ${file}\n`);
if (check && stale.length > 0) {
  process.stderr.write('Run npm run generate.\n');
  process.exitCode = 1;
}

/** Generated registries whose technology is gone. */
function orphans(): string[] {
  const folder = path.join(root, 'src/generated/technologies');
  const slugs = new Set(readdirSync(path.join(root, 'src/technologies')));
  const gone = readdirSync(folder).filter((file) => !slugs.has(path.basename(file, '.ts')));
  if (!check) for (const file of gone) rmSync(path.join(folder, file));
  return gone.filter((file) => check || !statSync(path.join(folder, file), { throwIfNoEntry: false }));
}

if (only === undefined) {
  const second = spawnSync(
    process.execPath,
    [path.join(root, 'src/tools/run.mjs'), 'generate-documents', ...(check ? ['--check'] : [])],
    {
      stdio: 'inherit',
    },
  );
  if (second.status !== 0) process.exitCode = 1;
}
