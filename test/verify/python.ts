import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root, verifyFolder, workFolder } from './places';
import { runCommand } from './run-command';

/** A virtual environment, or the reason why there is none. */
export type Environment =
  { readonly is: 'ready'; readonly bin: string } | { readonly is: 'missing'; readonly reason: string };

/** Finds an interpreter of a version such as 3.13: in VERIFY_PYTHON_3_13, on the path, or with pyenv. */
export async function findPython(version: string): Promise<string | undefined> {
  const named = process.env[`VERIFY_PYTHON_${version.replaceAll('.', '_')}`];
  const pyenv = join(homedir(), '.pyenv', 'versions');
  const kept = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => name.startsWith(`${version}.`)) : [];
  const candidates = [named, `python${version}`, ...kept.map((name) => join(pyenv, name, 'bin', 'python'))];
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const said = await runCommand(candidate, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      cwd: root,
    });
    if (said.code === 0 && said.output.trim() === version) return candidate;
  }
  return undefined;
}

/** The environment of a lock, made once for each interpreter and content. */
export async function environmentOf(lockFile: string, version: string, hashed = true): Promise<Environment> {
  const python = await findPython(version);
  if (python === undefined) return { is: 'missing', reason: `Python ${version} is not installed here` };
  const key = createHash('sha256').update(version).update(readFileSync(lockFile)).digest('hex').slice(0, 16);
  const folder = join(workFolder, 'environments', key);
  const ready: Environment = { is: 'ready', bin: join(folder, 'bin') };
  const mark = join(folder, 'complete');
  if (existsSync(mark)) return ready;
  rmSync(folder, { recursive: true, force: true });
  const made = await runCommand(python, ['-m', 'venv', folder], { cwd: root });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const installed = await runCommand(
    join(folder, 'bin', 'python'),
    [...pip, ...(hashed ? ['--require-hashes'] : []), '--requirement', lockFile],
    { cwd: root },
  );
  if (made.code !== 0 || installed.code !== 0)
    return { is: 'missing', reason: `installing failed: ${installed.output}` };
  // The mark comes last, so that an interrupted installation is made anew.
  writeFileSync(mark, version);
  return ready;
}

/** The tools of a list that look at generated files, in an environment of their own. */
export async function toolEnvironment(list: 'tools.txt' | 'scanners.txt'): Promise<Environment> {
  for (const version of ['3.13', '3.12', '3.11']) {
    if ((await findPython(version)) !== undefined)
      return environmentOf(join(verifyFolder, list), version, false);
  }
  return { is: 'missing', reason: 'no Python from 3.11 on is installed here' };
}
