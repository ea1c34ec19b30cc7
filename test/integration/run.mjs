/**
 * Runs the integration suites in real extension hosts, through @vscode/test-electron:
 *   node test/integration/run.mjs [--host node|web|multi-root|oldest|oldest-web]… [--grep PATTERN] [--extension FOLDER]
 * Without --host: node, web and multi-root. Where desktop VS Code can be downloaded, AI_PATTERNS_DESKTOP=1 takes it (or
 * VSCODE_TEST_EXECUTABLE names one that is there); on Linux the default is the stand-in of `test/host`, which is the
 * real VS Code server in a headless Chromium.
 */
import { runTests } from '@vscode/test-electron';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../src/tools/chromium.mjs';
import { ensureHost } from '../host/install.mjs';
import { SUMMARY_PATTERN } from '../host/summary.mjs';
import { buildSuites } from './build.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const SHIM = join(ROOT, 'test/host/code-shim.mjs');

/** The hosts to run in: the bundle, which tells the kind of extension host, the release of VS Code, what it opens. */
const HOSTS = {
  node: { bundle: 'node', release: 'current', open: 'workspace' },
  web: { bundle: 'web', release: 'current', open: 'workspace' },
  'multi-root': { bundle: 'node', release: 'current', open: 'system.code-workspace' },
  oldest: { bundle: 'node', release: 'oldest', open: 'workspace' },
  'oldest-web': { bundle: 'web', release: 'oldest', open: 'workspace' },
};

const { values: options } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: ['node', 'web', 'multi-root'] },
    grep: { type: 'string', default: '' },
    extension: { type: 'string', default: ROOT },
  },
});

function oldestVersion() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.vscode.replace(/^[\^~>=]+/, '');
}

/** Names what is missing before anything slow starts. */
function checkPreconditions(hosts) {
  for (const host of hosts) {
    if (!(host in HOSTS)) throw new Error(`unknown host "${host}": use ${Object.keys(HOSTS).join(', ')}`);
    const { bundle } = HOSTS[host];
    const manifest = JSON.parse(readFileSync(join(options.extension, 'package.json'), 'utf8'));
    const entry = bundle === 'web' ? manifest.browser : manifest.main;
    if (!entry || !existsSync(join(options.extension, entry)))
      throw new Error(`The extension has no ${entry}. Run:  npm run build`);
    if (executableFor() !== SHIM) continue;
    ensureHost(HOSTS[host].release);
    ensureChromium();
  }
}

/** The stand-in, a given executable, or undefined for a download. */
function executableFor() {
  if (process.env.VSCODE_TEST_EXECUTABLE) return process.env.VSCODE_TEST_EXECUTABLE;
  if (process.env.AI_PATTERNS_DESKTOP === '1' || process.platform !== 'linux') return undefined;
  return SHIM;
}

async function runIn(host, bundles) {
  const { bundle, release, open } = HOSTS[host];
  const copy = copyWorkspace();
  const executable = executableFor();
  const version = release === 'oldest' ? oldestVersion() : 'stable';
  console.log(
    `\n== ${host} (${executable === SHIM ? `stand-in, ${release}` : (executable ?? `desktop ${version}`)})`,
  );
  try {
    await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : { version }),
      extensionDevelopmentPath: resolve(options.extension),
      extensionTestsPath: bundles[bundle],
      launchArgs: [
        join(copy, open),
        '--disable-extensions',
        ...(bundle === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
      extensionTestsEnv: {
        AI_PATTERNS_RELEASE: release,
        AI_PATTERNS_ARTIFACTS: join(ROOT, 'out/integration/logs', host),
      },
    });
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Suites write into the workspace, so each run has its own copy. */
function copyWorkspace() {
  const copy = mkdtempSync(join(tmpdir(), 'ai-patterns-workspace-'));
  for (const name of ['workspace', 'second-folder', 'system.code-workspace']) {
    cpSync(join(import.meta.dirname, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/** Sums up the summaries that the suites print, wherever they run, so that a run without one cannot pass. */
function countSummaries() {
  const total = { passed: 0, failed: 0, skipped: 0, runs: 0 };
  const write = process.stdout.write.bind(process.stdout);
  let rest = '';
  process.stdout.write = (chunk, ...others) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const found = SUMMARY_PATTERN.exec(line.trimEnd());
      if (!found) continue;
      total.runs += 1;
      total.passed += Number(found[1]);
      total.failed += Number(found[2]);
      total.skipped += Number(found[3]);
    }
    return write(chunk, ...others);
  };
  return total;
}

async function main() {
  checkPreconditions(options.host);
  const bundles = await buildSuites({ extension: resolve(options.extension), grep: options.grep });
  const total = countSummaries();
  let exitCode = 0;
  for (const host of options.host) {
    const runsBefore = total.runs;
    const passedBefore = total.passed;
    try {
      await runIn(host, bundles);
      if (total.runs === runsBefore)
        throw Object.assign(new Error('The host ended well but ran no suite.'), { code: 3 });
      if (total.passed === passedBefore) throw Object.assign(new Error('No test passed.'), { code: 4 });
    } catch (error) {
      console.error(`${host}: ${error.message}`);
      exitCode ||= error.code || 1;
    }
  }
  console.log(
    `\nIntegration in ${options.host.join(', ')}:\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  );
  return exitCode;
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error.message);
  process.exit(3);
}
