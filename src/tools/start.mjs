/**
 * Starts the real VS Code with the built extension and a demo workspace, for the user's own browser:
 *   node src/tools/start.mjs [--open] [--check] [--port N] [--workspace FOLDER] [--extension FOLDER]
 * `--check` starts, looks whether the page and the extension are there, stops, and ends with 0; for CI.
 * Ctrl-C stops it; nothing stays behind but what `npm ci` put into test/host.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listExtensions } from '../../test/host/extensions.mjs';
import { ensureHost } from '../../test/host/install.mjs';
import { installPacked } from '../../test/host/pack.mjs';
import { partsOf } from '../../test/host/releases.mjs';
import { isRunning, startServer, workbenchUrl } from '../../test/host/server.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const DEMO = join(ROOT, 'test/demo-workspace');
const FETCH_LIMIT_MS = 20_000;
const IMPATIENCE_MS = 1_000;

/** Built-in extensions with code of their own that a user misses when they are not there. */
const USEFUL_BUILTINS = [
  'configuration-editing',
  'json-language-features',
  'markdown-language-features',
  'media-preview',
  'merge-conflict',
  'search-result',
];

const { values: options } = parseArgs({
  options: {
    open: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    workspace: { type: 'string' },
    extension: { type: 'string', default: ROOT },
  },
});

/** Every grammar and theme, and the few of the rest that are useful; no accounts, chat, debuggers or gallery. */
function builtinsForUsers() {
  const { extensions } = partsOf('current');
  return readdirSync(extensions).filter((name) => {
    const manifest = join(extensions, name, 'package.json');
    if (!existsSync(manifest)) return false;
    const { main, browser } = JSON.parse(readFileSync(manifest, 'utf8'));
    return (!main && !browser) || USEFUL_BUILTINS.includes(name);
  });
}

/** A copy of the demo workspace, so that trying things out changes nothing in the repository. */
function copyDemo() {
  const parent = mkdtempSync(join(tmpdir(), 'ai-patterns-demo-'));
  const folder = join(parent, 'fraud-detection');
  mkdirSync(folder);
  cpSync(DEMO, folder, { recursive: true });
  return {
    folder,
    remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

async function startWorkbench() {
  const manifest = JSON.parse(readFileSync(join(options.extension, 'package.json'), 'utf8'));
  if (!existsSync(join(options.extension, manifest.main)))
    throw new Error(`The extension has no ${manifest.main}. Run:  npm run build`);
  ensureHost('current');
  const undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const installed = installPacked(resolve(options.extension), join(ROOT, 'out/start/extension.vsix'));
    undo.push(installed.remove);
    const workspace = options.workspace
      ? { folder: resolve(options.workspace), remove: () => undefined }
      : copyDemo();
    undo.push(workspace.remove);
    const server = await startServer({
      port: Number(options.port),
      extensionsFolder: installed.folder,
      builtins: builtinsForUsers(),
      // Whoever else is on this machine can reach the port too, but does not know the token.
      token: randomBytes(16).toString('hex'),
    });
    undo.push(server.stop);
    const id = `${manifest.publisher}.${manifest.name}`;
    return {
      server,
      url: workbenchUrl(server, { folder: workspace.folder }),
      id,
      extensions: installed.folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Looks at what a user would get: the page, only with the token, and the extension installed. */
async function check({ server, url, id, extensions }) {
  const page = await fetchPage(url);
  if (page.status !== 200 || !page.body.includes('workbench'))
    throw new Error(`the page is not the workbench (status ${page.status})`);
  const stranger = await fetchPage(server.url);
  if (stranger.status !== 403)
    throw new Error(`the page is open without the token (status ${stranger.status})`);
  const installed = listExtensions(extensions);
  if (!installed.includes(id)) throw new Error(`${id} is not installed, only [${installed.join(', ')}]`);
}

async function fetchPage(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_LIMIT_MS), redirect: 'manual' });
  if (response.status !== 302) return { status: response.status, body: await response.text() };
  // The server moves the token from the address into a cookie.
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const next = await fetch(new URL(response.headers.get('location') ?? '', url), {
    headers: { cookie },
    signal: AbortSignal.timeout(FETCH_LIMIT_MS),
  });
  return { status: next.status, body: await next.text() };
}

/** Without a browser that opens, the printed address is enough. */
function openBrowser(url) {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`${command} is not there: open the address yourself.`))
    .unref();
}

function untilInterrupted() {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => {
        done(signal);
        // npm passes on the Ctrl-C that the terminal has sent here too; one that comes later is meant: end at once.
        // The exit still takes the server along.
        setTimeout(() => process.once(signal, () => process.exit(130)), IMPATIENCE_MS).unref();
        process.on(signal, () => undefined);
      });
    }
  });
}

async function main() {
  const interrupted = untilInterrupted();
  const workbench = await startWorkbench();
  try {
    if (options.check) {
      await check(workbench);
    } else {
      console.log(`\nVS Code with AI Engineering Patterns:\n\n  ${workbench.url}\n\nCtrl-C stops it.`);
      if (options.open) openBrowser(workbench.url);
      await interrupted;
      console.log('\nStopping …');
    }
  } finally {
    await workbench.stop();
  }
  if (isRunning(workbench.server)) throw new Error('VS Code still runs after it was stopped');
  console.log(options.check ? `checked: the workbench serves ${workbench.id}, and stopped` : 'Stopped.');
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
