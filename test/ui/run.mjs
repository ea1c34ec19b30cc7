/**
 * Runs the scenarios `test/ui/*.ui.mjs` against the real workbench with the packed extension installed:
 *   node test/ui/run.mjs [--grep PATTERN] [--extension FOLDER]
 * Pictures go to `out/screenshots`, pictures of failures to `out/screenshots/failed`.
 */
import Mocha from 'mocha';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { ensureHost } from '../host/install.mjs';
import { installPacked } from '../host/pack.mjs';
import { openWorkbenches } from './workbench.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const TIMEOUT_MS = 90_000;
const FAILED = join(ROOT, 'out/screenshots/failed');
const EXIT_MISSING = 3;
const EXIT_NOTHING_PASSED = 4;

const { values: options } = parseArgs({
  options: { grep: { type: 'string' }, extension: { type: 'string', default: ROOT } },
});

/** After a failed test: what the user would have seen. */
async function photographFailure() {
  if (this.currentTest?.state !== 'failed') return;
  mkdirSync(FAILED, { recursive: true });
  const name = this.currentTest
    .fullTitle()
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, 100);
  for (const [index, { page }] of openWorkbenches().entries()) {
    const path = join(FAILED, `${name}${index === 0 ? '' : `-${index}`}.png`);
    await page
      ?.screenshot({ path })
      .catch((error) => console.error(`no picture of the failure: ${error.message}`));
    console.log(`      picture: ${path}`);
  }
}

async function closeForgotten() {
  for (const workbench of openWorkbenches()) await workbench.close();
}

async function runScenarios() {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: TIMEOUT_MS,
    slow: TIMEOUT_MS,
    forbidOnly: Boolean(process.env.CI),
    rootHooks: { afterEach: photographFailure, afterAll: closeForgotten },
  });
  if (options.grep) mocha.grep(new RegExp(options.grep));
  const folder = import.meta.dirname;
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.ui.mjs')) mocha.addFile(join(folder, file));
  await mocha.loadFilesAsync();
  return new Promise((done) => {
    const runner = mocha.run(() => done(runner.stats));
  });
}

function exitCodeOf({ passes, failures }) {
  if (failures > 0) return 1;
  if (passes > 0) return 0;
  console.error('No scenario passed, so nothing was tested.');
  return EXIT_NOTHING_PASSED;
}

function checkPreconditions() {
  const { main } = JSON.parse(readFileSync(join(options.extension, 'package.json'), 'utf8'));
  if (!existsSync(join(options.extension, main)))
    throw new Error(`The extension has no ${main}. Run:  npm run build`);
  ensureHost('current');
  ensureChromium();
}

/** The name that users see; a manifest may keep it with its translations. */
function displayName() {
  const { displayName: name } = JSON.parse(readFileSync(join(options.extension, 'package.json'), 'utf8'));
  const key = /^%(.+)%$/.exec(name)?.[1];
  return key === undefined
    ? name
    : JSON.parse(readFileSync(join(options.extension, 'package.nls.json'), 'utf8'))[key];
}

async function main() {
  checkPreconditions();
  rmSync(FAILED, { recursive: true, force: true });
  const installed = installPacked(resolve(options.extension), join(ROOT, 'out/ui/extension.vsix'));
  process.env.AI_PATTERNS_EXTENSIONS = installed.folder;
  process.env.AI_PATTERNS_DISPLAY_NAME = displayName();
  try {
    const stats = await runScenarios();
    console.log(`${stats.passes} passed, ${stats.failures} failed, ${stats.pending} skipped`);
    return exitCodeOf(stats);
  } finally {
    installed.remove();
  }
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error.message);
  process.exit(EXIT_MISSING);
}
