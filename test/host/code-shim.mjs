#!/usr/bin/env node
/**
 * Stands in for VS Code's executable where @vscode/test-electron is given one: takes the same arguments, runs the
 * suite in the real VS Code server, and ends with the same exit code.
 * AI_PATTERNS_RELEASE=oldest chooses the oldest VS Code we promise to run in.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureHost } from './install.mjs';
import { partsOf } from './releases.mjs';
import { runInNodeHost } from './run-node.mjs';
import { runInWebHost } from './run-web.mjs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false, // VS Code has many more options, and all of them may come.
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'folder-uri': { type: 'string' },
    version: { type: 'boolean' },
  },
});
const release = process.env.AI_PATTERNS_RELEASE ?? 'current';

function pathOf(value) {
  return value.startsWith('file:') ? fileURLToPath(value) : resolve(value);
}

function opened() {
  const what = values['folder-uri'] ?? positionals[0];
  if (what === undefined) return {};
  return what.endsWith('.code-workspace') ? { workspaceFile: pathOf(what) } : { folder: pathOf(what) };
}

async function main() {
  ensureHost(release);
  if (values.version) {
    console.log(JSON.parse(readFileSync(`${partsOf(release).root}/package.json`, 'utf8')).version);
    return 0;
  }
  if (!values.extensionDevelopmentPath || !values.extensionTestsPath) {
    throw new Error('needs --extensionDevelopmentPath=… and --extensionTestsPath=…');
  }
  const run = values.extensionDevelopmentKind === 'web' ? runInWebHost : runInNodeHost;
  return run({
    release,
    ...opened(),
    extensionPath: pathOf(values.extensionDevelopmentPath),
    testsPath: pathOf(values.extensionTestsPath),
    artifacts: process.env.AI_PATTERNS_ARTIFACTS,
  });
}

try {
  process.exit(await main());
} catch (error) {
  console.error(error.name === 'ChromiumMissing' ? error.message : error);
  process.exit(error.name === 'ChromiumMissing' ? 3 : 70);
}
