/**
 * Finds the Chromium that the integration and UI tests drive, and installs Debian's where that is possible.
 * Used as a module by the tests and as a program: `node src/tools/chromium.mjs`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Exit code of a run that cannot start because something has to be installed first. */
export const EXIT_MISSING = 3;

/** Says that no Chromium is there, with the command that installs it. */
export class ChromiumMissing extends Error {
  constructor(reason) {
    super(
      `No Chromium: ${reason}\nInstall it with:  ${installCommand()}\nor set CHROME_PATH to a Chromium or Chrome.`,
    );
    this.name = 'ChromiumMissing';
  }
}

/** The path of a Chromium that is already there, or undefined. A CHROME_PATH that leads nowhere is an error. */
export function findChromium(environment = process.env) {
  const wanted = environment.CHROME_PATH;
  if (wanted) {
    if (!isExecutable(wanted))
      throw new ChromiumMissing(`CHROME_PATH is ${wanted}, which is not an executable file.`);
    return wanted;
  }
  return CANDIDATES.find(isExecutable);
}

/** The path of Chromium, installed first when it is missing and this process may do so; else throws ChromiumMissing. */
export function ensureChromium(environment = process.env) {
  const found = findChromium(environment);
  if (found) return found;
  if (!mayInstall()) throw new ChromiumMissing(`looked for ${CANDIDATES.slice(0, 4).join(', ')}.`);
  console.log('Chromium is missing: installing the Debian package "chromium" …');
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  const installed = findChromium(environment);
  if (!installed) throw new ChromiumMissing('the package was installed, but no executable appeared.');
  return installed;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installCommand() {
  if (process.platform === 'darwin') return 'brew install --cask google-chrome';
  return 'sudo apt-get update && sudo apt-get install -y chromium';
}

function apt(args) {
  const result = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim();
    throw new ChromiumMissing(`apt-get ${args[0]} failed:\n${output}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error.message);
    process.exit(EXIT_MISSING);
  }
}
