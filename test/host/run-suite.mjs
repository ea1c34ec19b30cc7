/** Runs a bundled mocha suite inside an extension host of the real VS Code, and says how it ended. */
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { remoteUri, startServer, workbenchUrl } from './server.mjs';
import { SUMMARY_PATTERN } from './summary.mjs';

/** How a run can end badly without a failing test. Zero and one mean what they mean everywhere. */
export const EXIT = { passed: 0, failed: 1, neverRan: 3, nothingPassed: 4, timedOut: 5 };

/** What the workbench itself says in every run and what tells nothing about the extension. */
const NOISE =
  /^\[(AgentHost|ChatModel|reconnection)|^(Resolv|Creating a socket)|Updating additional builtin|Ignoring fetching additional|authentication provider 'github'|AccountPolicyGate|No search provider registered|\[Service Worker\]|marketplace|Ignoring the error while validating workspace folders/i;

/**
 * Runs the suite at `testsPath` against the extension at `extensionPath` in the `node` or the `web` extension host.
 * Resolves to an exit code. The host's own verdict is not enough: one that dies at start reports success, so a run
 * passes only if the suite printed its summary and at least one test passed.
 */
export async function runSuite(options) {
  const {
    release = 'current',
    kind = 'node',
    extensionPath,
    testsPath,
    timeoutMs = 180_000,
    artifacts,
    environment,
  } = options;
  const server = await startServer({
    release,
    automation: true,
    environment,
    settings: settingsFor(kind, extensionPath),
  });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    const url = workbenchUrl(server, {
      ...options,
      payload: payloadFor(server, kind, extensionPath, testsPath),
    });
    const { code, summary } = await untilSuiteEnds(page, browser, url, timeoutMs);
    return verdict(code, summary);
  } catch (error) {
    if (!(error instanceof SuiteTimeout)) throw error;
    console.error(error.message);
    return EXIT.timedOut;
  } finally {
    await browser?.close().catch(() => undefined);
    if (artifacts) keepLogs(server, artifacts);
    await server.stop();
  }
}

class SuiteTimeout extends Error {}

/** The web host is chosen by a setting; without it the manifest's `main` would win on a server. */
function settingsFor(kind, extensionPath) {
  if (kind !== 'web') return {};
  const { publisher, name } = JSON.parse(readFileSync(join(extensionPath, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

function payloadFor(server, kind, extensionPath, testsPath) {
  return [
    ['extensionDevelopmentPath', remoteUri(server, extensionPath)],
    ['extensionTestsPath', remoteUri(server, testsPath)],
    ...(kind === 'web' ? [['extensionDevelopmentKind', 'web']] : []),
  ];
}

/** The workbench calls two functions of the page: one with each log line, one with the extension host's exit code. */
async function untilSuiteEnds(page, browser, url, timeoutMs) {
  const { promise, resolve, reject } = withResolvers();
  let summary;
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...args);
    if (NOISE.test(line)) return;
    const found = SUMMARY_PATTERN.exec(line);
    if (found) summary = { passed: Number(found[1]), failed: Number(found[2]) };
    const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
    stream.write(`${line}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  page.on('crash', () => reject(new Error('The page crashed.')));
  browser.on('disconnected', () => reject(new Error('The browser went away.')));
  const timer = setTimeout(
    () => reject(new SuiteTimeout(`The test run did not end within ${timeoutMs / 1000} s.`)),
    timeoutMs,
  );
  try {
    await page.goto(url);
    const code = await promise;
    return { code, summary };
  } finally {
    clearTimeout(timer);
  }
}

function verdict(code, summary) {
  if (!summary) {
    console.error(
      'The suite never ran: the extension host ended without a summary. It may have died at start.',
    );
    return code || EXIT.neverRan;
  }
  if (code || summary.failed > 0) return code || EXIT.failed;
  if (summary.passed === 0) {
    console.error('No test passed, so nothing was tested.');
    return EXIT.nothingPassed;
  }
  return EXIT.passed;
}

function keepLogs(server, artifacts) {
  mkdirSync(artifacts, { recursive: true });
  for (const source of [join(server.folder, 'data', 'logs'), server.logFile]) {
    if (existsSync(source))
      cpSync(source, join(artifacts, basename(source)), { recursive: true, force: true });
  }
}

function withResolvers() {
  const pending = {};
  pending.promise = new Promise((resolve, reject) => Object.assign(pending, { resolve, reject }));
  // A crash after the end has nobody waiting for it.
  pending.promise.catch(() => undefined);
  return pending;
}
