import { explainDiskProblem, foldersOf, type Disk, type Stat } from './disk';
import { findCollisions, findPathProblem, foldCase, folderOf, nameOf } from './paths';
import type { Problem } from './result';

/** What a host tells about files that the disk does not know. */
export interface Host {
  /** Whether an editor holds changes of a file that are not saved. */
  readonly isDirty?: (path: string) => boolean;
  /** A name for this process, and whether the process of a name still runs. */
  readonly owner?: string;
  readonly isAlive?: (owner: string) => Promise<boolean>;
}

/** Looks for whatever would hinder writing these paths; nothing is written. */
export async function preflight(
  disk: Disk,
  paths: readonly string[],
  host: Host = {},
): Promise<readonly Problem[]> {
  const problems: Problem[] = [
    ...paths.flatMap((path) => findPathProblem(path) ?? []),
    ...findCollisions(paths),
  ];
  if (problems.length > 0) return problems;
  const scan = new Scan(disk);
  for (const path of paths) {
    problems.push(...(await scan.target(path)));
    if (host.isDirty?.(path) === true)
      problems.push({
        code: 'editor-dirty',
        message: `"${path}" has changes in an editor that are not saved.`,
        path,
        next: 'Save or revert the file and try again.',
      });
  }
  return problems;
}

/** Looks at each folder once. */
class Scan {
  private readonly folders = new Map<string, readonly string[] | undefined>();
  private readonly reported = new Set<string>();

  constructor(private readonly disk: Disk) {}

  async target(path: string): Promise<readonly Problem[]> {
    for (const folder of foldersOf(folderOf(path))) {
      const stat = await this.disk.stat(folder);
      if (!stat.ok && stat.problem.code === 'not-found') return this.sameName(folder, path);
      const problem = stat.ok ? folderFault(folder, stat.value) : explainDiskProblem(stat.problem);
      if (problem !== undefined) return this.once(folder, problem);
      const twin = await this.sameName(folder, path);
      if (twin.length > 0) return twin;
    }
    const stat = await this.disk.stat(path);
    if (!stat.ok && stat.problem.code !== 'not-found') return [explainDiskProblem(stat.problem)];
    const fault = stat.ok ? targetFault(path, stat.value) : undefined;
    return fault === undefined ? this.sameName(path, path) : [fault];
  }

  /** An existing name that differs only by case or Unicode form is the same file on many systems. */
  private async sameName(entry: string, path: string): Promise<readonly Problem[]> {
    const name = nameOf(entry);
    const names = await this.namesIn(folderOf(entry));
    const twin = names?.find((other) => other !== name && foldCase(other) === foldCase(name));
    if (twin === undefined) return [];
    return this.once(entry, {
      code: 'path-collision',
      message: `"${entry}" differs only by case from "${twin}", which exists.`,
      path,
      next: 'Rename one of them.',
    });
  }

  private async namesIn(folder: string): Promise<readonly string[] | undefined> {
    if (!this.folders.has(folder)) {
      const names = await this.disk.list(folder);
      this.folders.set(folder, names.ok ? names.value : undefined);
    }
    return this.folders.get(folder);
  }

  private once(key: string, problem: Problem): readonly Problem[] {
    if (this.reported.has(key)) return [];
    this.reported.add(key);
    return [problem];
  }
}

function folderFault(path: string, stat: Stat): Problem | undefined {
  if (stat.kind === 'symlink') return explainDiskProblem({ code: 'symlink', path });
  if (stat.kind !== 'directory') return explainDiskProblem({ code: 'not-a-directory', path });
  return stat.readOnly ? explainDiskProblem({ code: 'read-only', path }) : undefined;
}

function targetFault(path: string, stat: Stat): Problem | undefined {
  if (stat.kind === 'symlink') return explainDiskProblem({ code: 'symlink', path });
  if (stat.kind === 'directory') return explainDiskProblem({ code: 'is-directory', path });
  if (stat.kind === 'other')
    return explainDiskProblem({ code: 'failed', path, detail: 'it is no ordinary file' });
  return stat.readOnly ? explainDiskProblem({ code: 'read-only', path }) : undefined;
}
