import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PlannedFindings } from '../findings-of-files';
import type { PlanHost } from '../scaffold/plan';
import { recover } from '../scaffold/rollback';
import { describeProblem, type Problem, type Refused } from '../scaffold/result';
import { TemplateStore } from '../scaffold/template-store';
import type { OwnCollections } from '../scaffold/template-store';
import { componentsFolder } from '../scaffold/record';
import { nodeDisk } from '../node/node-disk';
import { explainDiskProblem } from '../scaffold/disk';
import type { Disk } from '../scaffold/disk';
import { UsageError } from './streams';
import type { Surroundings } from './streams';

/** A system's folder, opened for a command: what a kill left half-done is rolled back first. */
export interface OpenSystem {
  /** Absolute folder of the workspace. */
  readonly root: string;
  /** Where a new component goes, relative to the root. */
  readonly destination: string;
  readonly disk: Disk;
  readonly host: PlanHost;
}

/** The shipped templates, which lie beside the built program, and the user's own where they are given. */
export function shippedTemplates(own?: OwnCollections): TemplateStore {
  const folder = path.join(__dirname, 'templates');
  return new TemplateStore((file) => readFile(path.join(folder, file), 'utf8'), own);
}

/** Opens the workspace that a destination belongs to, and rolls back what a kill left half-done. */
export async function openSystem(destination: string, surroundings: Surroundings): Promise<OpenSystem> {
  const target = path.resolve(surroundings.cwd, destination);
  const root = workspaceRoot(destination, surroundings);
  const disk = nodeDisk(root);
  const findings = new PlannedFindings(surroundings.today);
  const host: PlanHost = {
    owner: String(process.pid),
    isAlive: async (owner) => isRunning(Number(owner)),
    check: (files) => findings.of(files),
    tell: (files) => findings.tell(files),
  };
  if (existsSync(root)) {
    const recovered = await recover(disk, host);
    if (!recovered.ok)
      throw new UsageError(
        `The workspace cannot be made ready: ${describeProblem(explainDiskProblem(recovered.problem))}`,
      );
    for (const label of recovered.value.rolledBack)
      surroundings.stderr.write(`Rolled back an unfinished change: ${label}.\n`);
  }
  return { root, destination: path.relative(root, target).split(path.sep).join('/'), disk, host };
}

/** The workspace that a destination belongs to: the nearest folder above with records, else the destination itself. */
export function workspaceRoot(destination: string, { cwd }: Surroundings): string {
  const target = path.resolve(cwd, destination);
  return rootAbove(target) ?? target;
}

/** Problems as a user of the command line reads them. */
export function failWith({ problems }: Refused): UsageError {
  return new UsageError(problems.map((problem: Problem) => describeProblem(problem)).join('\nai-patterns: '));
}

/** The text of a file that the user named; a clear error where it cannot be read. */
export function readNamedFile(file: string, surroundings: Surroundings): string {
  const absolute = path.resolve(surroundings.cwd, file);
  try {
    return readFileSync(absolute, 'utf8');
  } catch {
    throw new UsageError(`"${file}" cannot be read. Check the path.`);
  }
}

function rootAbove(folder: string): string | undefined {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, componentsFolder))) return current;
    if (current === path.dirname(current) || existsSync(path.join(current, '.git'))) return undefined;
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
