import { explainDiskProblem, type Disk, type Stat } from './disk';
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

/** A folder on the way to a target; a faulty one was reported when it was first met. */
type FolderState = 'there' | 'missing' | 'faulty';

/** Looks at each folder once. */
class Scan {
  /** The names in a folder, by what a disk without case makes of them. */
  private readonly names = new Map<string, ReadonlyMap<string, readonly string[]>>();
  private readonly states = new Map<string, FolderState>([['', 'there']]);

  constructor(private readonly disk: Disk) {}

  async target(path: string): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    if ((await this.folder(folderOf(path), path, problems)) !== 'there') return problems;
    const stat = await this.disk.stat(path);
    if (!stat.ok && stat.problem.code !== 'not-found') return [explainDiskProblem(stat.problem)];
    const fault = stat.ok ? targetFault(path, stat.value) : undefined;
    const problem = fault ?? (await this.twinOf(path, path));
    return problem === undefined ? [] : [problem];
  }

  private async folder(folder: string, path: string, problems: Problem[]): Promise<FolderState> {
    const known = this.states.get(folder);
    if (known !== undefined) return known;
    const above = await this.folder(folderOf(folder), path, problems);
    const state = above === 'there' ? await this.look(folder, path, problems) : above;
    this.states.set(folder, state);
    return state;
  }

  private async look(folder: string, path: string, problems: Problem[]): Promise<FolderState> {
    const stat = await this.disk.stat(folder);
    const isMissing = !stat.ok && stat.problem.code === 'not-found';
    const fault = stat.ok
      ? folderFault(folder, stat.value)
      : isMissing
        ? undefined
        : explainDiskProblem(stat.problem);
    const problem = fault ?? (await this.twinOf(folder, path));
    if (problem !== undefined) problems.push(problem);
    if (problem !== undefined) return 'faulty';
    return isMissing ? 'missing' : 'there';
  }

  /** An existing name that differs only by case or Unicode form is the same file on many systems. */
  private async twinOf(entry: string, path: string): Promise<Problem | undefined> {
    const name = nameOf(entry);
    const names = await this.namesIn(folderOf(entry));
    const twin = names.get(foldCase(name))?.find((other) => other !== name);
    if (twin === undefined) return undefined;
    return {
      code: 'path-collision',
      message: `"${entry}" differs only by case from "${twin}", which exists.`,
      path,
      next: 'Rename one of them.',
    };
  }

  private async namesIn(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const known = this.names.get(folder);
    if (known !== undefined) return known;
    const listed = await this.disk.list(folder);
    const names = new Map<string, string[]>();
    for (const name of listed.ok ? listed.value : [])
      names.set(foldCase(name), [...(names.get(foldCase(name)) ?? []), name]);
    this.names.set(folder, names);
    return names;
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
