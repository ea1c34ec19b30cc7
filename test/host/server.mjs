/** Starts and stops the real VS Code server: workbench, extension hosts and file system, on a loopback port. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { partsOf } from './releases.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 4_000;

/** The built-in extensions that tests need. The others (chat, git, accounts …) only cost time and log lines. */
export const TEST_BUILTINS = [
  'configuration-editing', 'diff', 'docker', 'ini', 'javascript', 'json', 'log', 'markdown-basics', 'python',
  'shellscript', 'theme-defaults', 'theme-seti', 'typescript-basics', 'yaml',
]; // prettier-ignore

const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** The process groups that still run; killed when this process ends in any way it can notice. */
const running = new Set();

/**
 * Starts a server and resolves when it listens.
 * `automation` lets a page hand over an extension and a test suite to run (VS Code's smoke test driver); it also
 * suppresses toasts, so UI tests leave it off. `token` makes the address a secret, for servers that people use.
 */
export async function startServer(options = {}) {
  const {
    release = 'current',
    port = 0,
    builtins = TEST_BUILTINS,
    automation = false,
    token,
    environment = {},
  } = options;
  const parts = partsOf(release);
  const folder = mkdtempSync(join(tmpdir(), 'ai-patterns-host-'));
  writeUserSettings(folder, options.settings ?? {});
  const builtinFolder = linkBuiltins(parts, folder, builtins);
  const extensionsFolder = options.extensionsFolder ?? join(folder, 'extensions');
  mkdirSync(extensionsFolder, { recursive: true });
  const args = [
    parts.server, '--host', '127.0.0.1', '--port', String(port), '--server-data-dir', folder, '--builtin-extensions-dir', builtinFolder,
    '--extensions-dir', extensionsFolder, '--disable-telemetry', '--accept-server-license-terms',
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...(automation ? ['--enable-smoke-test-driver', '--disable-workspace-trust'] : []),
  ]; // prettier-ignore
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const child = spawn(parts.node, args, {
    // An empty gallery: nothing looks extensions up in the network.
    env: { ...process.env, ...environment, EXTENSIONS_GALLERY: '{"serviceUrl":""}', VSCODE_CWD: tmpdir() },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  watchOver(child);
  const stop = () => stopServer(child, folder);
  try {
    const listeningPort = await untilListening(child, logFile);
    return {
      port: listeningPort,
      folder,
      pid: child.pid,
      token,
      url: `http://localhost:${listeningPort}`,
      logFile,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Whether any process of a server is still there. */
export function isRunning({ pid }) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** The address of the workbench on a folder or `.code-workspace` file, with what the page shall run. */
export function workbenchUrl(server, { folder, workspaceFile, payload = [] } = {}) {
  const url = new URL(server.url);
  if (server.token) url.searchParams.set('tkn', server.token);
  if (workspaceFile) url.searchParams.set('workspace', workspaceFile);
  else if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The address, inside the workbench, of a path on the server's disk. */
export function remoteUri(server, path) {
  return `vscode-remote://localhost:${server.port}${path}`;
}

function writeUserSettings(folder, settings) {
  const file = join(folder, 'data', 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2));
}

function linkBuiltins(parts, folder, builtins) {
  const target = join(folder, 'builtin');
  mkdirSync(target);
  for (const name of builtins) symlinkSync(join(parts.extensions, name), join(target, name));
  return target;
}

async function untilListening(child, logFile) {
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await delay(50)) {
    const text = readFileSync(logFile, 'utf8');
    const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
    if (port) return Number(port);
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The VS Code server ended at start (${child.exitCode ?? child.signalCode}):\n${text}`);
    }
  }
  throw new Error(
    `The VS Code server did not listen within ${START_LIMIT_MS / 1000} s:\n${readFileSync(logFile, 'utf8')}`,
  );
}

/** The server is its own process group, so that its extension hosts end with it; therefore nobody else ends it. */
function watchOver(child) {
  if (running.size === 0) listenForTheEnd();
  running.add(child);
  child.once('exit', () => killGroup(child, 'SIGKILL'));
}

let listening = false;
function listenForTheEnd() {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const child of running) killGroup(child, 'SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Whoever wants to stop in good order listens too, and ends the process himself.
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(130);
    });
  }
}

async function stopServer(child, folder) {
  killGroup(child, 'SIGTERM');
  if (child.exitCode === null && child.signalCode === null) {
    await Promise.race([
      new Promise((resolve) => child.once('exit', resolve)),
      delay(STOP_LIMIT_MS, undefined, { ref: false }),
    ]);
  }
  killGroup(child, 'SIGKILL');
  for (const deadline = Date.now() + STOP_LIMIT_MS; isRunning(child) && Date.now() < deadline;)
    await delay(20);
  running.delete(child);
  if (!process.env.AI_PATTERNS_KEEP_HOST)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function killGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
