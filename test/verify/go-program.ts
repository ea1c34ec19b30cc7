import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from './places';
import { runCommand } from './run-command';

/** A program found on the path, or built from its Go module once; undefined where neither can be done. */
export async function goProgram(name: string, module: string, version: string): Promise<string | undefined> {
  const folder = join(workFolder, 'bin');
  const own = join(folder, name);
  const onPath = (process.env['PATH'] ?? '').split(':').map((place) => join(place, name));
  const found = [own, ...onPath].find((path) => existsSync(path));
  if (found !== undefined) return found;
  const built = await runCommand('go', ['install', `${module}@${version}`], {
    cwd: workFolder,
    env: { GOBIN: folder },
  });
  return built.code === 0 ? own : undefined;
}
