/**
 * Installs the VS Code that the tests run in, unless it is there already: `node test/host/install.mjs [--oldest]`.
 * It stands apart from the root package, since only those who run integration and UI tests on Linux need its 0.5 GB.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderOf } from './releases.mjs';

/** Runs `npm ci` for a release when it is missing or its lockfile has changed. */
export function ensureHost(release) {
  refuseOtherSystems();
  const folder = folderOf(release);
  const stamp = join(folder, 'node_modules', '.installed');
  const wanted = fingerprintOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Installing the ${release} VS Code test host (about 150 MB, once) …`);
  const started = Date.now();
  const { npm_config_nodedir: _nodedir, ...environment } = process.env;
  const result = spawnSync('npm', ['ci', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    env: environment,
    stdio: 'inherit',
  });
  if (result.status !== 0)
    throw new Error(
      `npm ci failed in test/host (${release}): ${result.error?.message ?? `exit ${result.status}`}`,
    );
  writeFileSync(stamp, wanted);
  console.log(
    `Installed the ${release} VS Code test host in ${((Date.now() - started) / 1000).toFixed(1)} s.`,
  );
}

function refuseOtherSystems() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `The VS Code stand-in is for Linux on x64, and this is ${process.platform} on ${process.arch}. ` +
      'Run the suites in desktop VS Code instead:  AI_PATTERNS_DESKTOP=1 npm run test:integration',
  );
}

function fingerprintOf(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const release = process.argv.includes('--oldest') ? 'oldest' : 'current';
  try {
    ensureHost(release);
    console.log(`The ${release} VS Code test host is ready.`);
  } catch (error) {
    console.error(error.message);
    process.exit(3);
  }
}
