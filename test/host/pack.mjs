/** Packs the extension as the Marketplace would get it, so that what is tested is what is shipped. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installExtension } from './extensions.mjs';

/** Writes a .vsix of a built extension; the same commit gives the same bytes. */
export function packExtension(extension, target) {
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  // Everything is bundled, and npm is not asked what it would install.
  const args = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', target];
  const result = spawnSync(process.execPath, args, {
    cwd: extension,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? commitTimeOf(extension) },
  });
  if (result.status !== 0 || !existsSync(target)) {
    throw new Error(
      `The extension could not be packed:\n${result.stdout}${result.stderr}${result.error?.message ?? ''}`,
    );
  }
  return target;
}

/** Packs the extension and installs the package into a new folder for extensions; `remove` deletes that folder. */
export function installPacked(extension, target, release = 'current') {
  const folder = mkdtempSync(join(tmpdir(), 'ai-patterns-extensions-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    installExtension(packExtension(extension, target), folder, release);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

/** Seconds of the last commit; files in a .vsix cannot be older than 1980, hence the other number. */
function commitTimeOf(folder) {
  const result = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: folder, encoding: 'utf8' });
  return /^\d+$/.test(result.stdout?.trim() ?? '') ? result.stdout.trim() : '315532800';
}
