/** Installs and lists extensions with VS Code's own program, without any network. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOf } from './releases.mjs';

/** Installs a packed extension into `extensionsFolder`. */
export function installExtension(vsix, extensionsFolder, release = 'current') {
  const { output, status } = runCode(
    ['--install-extension', vsix, '--extensions-dir', extensionsFolder],
    release,
  );
  // The program ends with 0 even where it refuses a package, so its words decide.
  if (status !== 0 || !/successfully installed/.test(output)) {
    throw new Error(`VS Code did not install ${vsix}:\n${output}`);
  }
}

/** The ids of the extensions that are installed in `extensionsFolder`. */
export function listExtensions(extensionsFolder, release = 'current') {
  const { output, status } = runCode(['--list-extensions', '--extensions-dir', extensionsFolder], release);
  if (status !== 0) throw new Error(`VS Code did not list its extensions:\n${output}`);
  return output.split('\n').filter((line) => /^[\w-]+\.[\w-]+$/.test(line));
}

function runCode(args, release) {
  const { node, server } = partsOf(release);
  const data = mkdtempSync(join(tmpdir(), 'ai-patterns-code-'));
  const result = spawnSync(node, [server, ...args, '--server-data-dir', data], {
    encoding: 'utf8',
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
  });
  rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  return { output, status: result.status };
}
