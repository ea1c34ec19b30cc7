/**
 * Proves that a run which tested nothing is never green: `node_modules/.bin/mocha test/host/guards.test.mjs`.
 * Each case starts the real host with a small extension and a suite that goes wrong in its own way.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureHost } from './install.mjs';
import { EXIT, runSuite } from './run-suite.mjs';

const MANIFEST = {
  name: 'guarded',
  publisher: 'test',
  version: '0.0.1',
  engines: { vscode: '^1.103.0' },
  main: './extension.js',
  browser: './extension.js',
};

describe('the host', function () {
  this.timeout(60_000);
  this.slow(60_000);
  let extensionPath;

  before(() => {
    ensureHost('current');
    extensionPath = mkdtempSync(join(tmpdir(), 'ai-patterns-guards-'));
    writeFileSync(join(extensionPath, 'package.json'), JSON.stringify(MANIFEST));
    writeFileSync(join(extensionPath, 'extension.js'), 'exports.activate = () => {};');
    mkdirSync(join(extensionPath, 'workspace'));
  });
  after(() => rmSync(extensionPath, { recursive: true, force: true }));

  /** Runs a suite whose `run` has the given body. */
  function runBody(body, options = {}) {
    const testsPath = join(extensionPath, 'suite.js');
    writeFileSync(testsPath, `exports.run = async () => { ${body} };`);
    return runSuite({
      kind: 'node',
      extensionPath,
      testsPath,
      folder: join(extensionPath, 'workspace'),
      ...options,
    });
  }

  for (const kind of ['node', 'web']) {
    it(`passes a suite with a passed test in the ${kind} extension host`, async () => {
      assert.equal(await runBody("console.log('1 passed, 0 failed, 0 skipped');", { kind }), EXIT.passed);
    });

    it(`fails a suite that throws in the ${kind} extension host`, async () => {
      assert.equal(
        await runBody("console.log('1 passed, 1 failed, 0 skipped'); throw new Error('1 failed');", { kind }),
        1,
      );
    });

    it(`fails a suite that says nothing in the ${kind} extension host`, async () => {
      assert.equal(await runBody('', { kind }), EXIT.neverRan);
    });
  }

  it('fails a summary with failures even where the suite does not throw', async () => {
    assert.equal(await runBody("console.log('1 passed, 1 failed, 0 skipped');"), EXIT.failed);
  });

  it('fails a suite that only skips', async () => {
    assert.equal(await runBody("console.log('0 passed, 0 failed, 7 skipped');"), EXIT.nothingPassed);
  });

  it('fails a suite that is not there', async () => {
    const code = await runSuite({
      kind: 'node',
      extensionPath,
      testsPath: join(extensionPath, 'absent.js'),
      folder: join(extensionPath, 'workspace'),
    });
    assert.notEqual(code, 0);
  });

  it('fails when the extension host dies', async () => {
    const code = await runBody("process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});", {
      timeoutMs: 20_000,
    });
    assert.notEqual(code, 0);
  });

  it('fails a suite that does not end in time', async () => {
    assert.equal(await runBody('await new Promise(() => {});', { timeoutMs: 6_000 }), EXIT.timedOut);
  });

  it('names the command that installs Chromium, when there is none', () => {
    const result = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../src/tools/chromium.mjs')],
      {
        encoding: 'utf8',
        env: { ...process.env, CHROME_PATH: '/nowhere/chromium' },
      },
    );
    assert.equal(result.status, 3);
    assert.match(result.stderr, /apt-get install -y chromium|brew install/);
  });
});
