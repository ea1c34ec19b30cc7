import { done, explainDiskProblem, failed, foldersOf, makeDirectories, readIfThere } from './disk';
import type { Disk, DiskProblem, DiskResult } from './disk';
import {
  afterImage,
  beforeImage,
  folderOfJournal,
  journalFolder,
  listJournals,
  readJournal,
  stagedImage,
  writeJournal,
  type Journal,
  type JournalOperation,
} from './journal';
import { byCodeUnit } from './canonical';
import { folderOf } from './paths';
import { preflight, type Host } from './preflight';
import { ok, refused, type Problem, type Result } from './result';
import { removeJournal, rollBack } from './rollback';
import { bytesOf, hashOf } from './text';

/** A change of one file; `before` is the hash of what the plan saw there, `after` is missing where the file goes. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: Uint8Array | undefined;
  readonly executable?: boolean;
  /** No copy of what was written is kept. */
  readonly secret?: boolean;
}

/** A transaction that was carried out. */
export interface Applied {
  /** The journal by which it can be undone; `undefined` where there was nothing to do. */
  readonly journal: string | undefined;
}

/** Makes all changes or none: a failure puts back what was, and so does `recover` after a crash at any moment. */
export async function runTransaction(
  disk: Disk,
  label: string,
  changes: readonly FileChange[],
  host: Host = {},
): Promise<Result<Applied>> {
  if (changes.length === 0) return ok({ journal: undefined });
  const ordered = [...changes].sort((a, b) => byCodeUnit(a.path, b.path));
  const faults = [
    ...(await preflight(
      disk,
      ordered.map((change) => change.path),
      host,
    )),
    ...(await findInterrupted(disk)),
  ];
  if (faults.length > 0) return refused(...faults);
  const id = await nextId(disk);
  if (!id.ok) return refused(explainDiskProblem(id.problem));
  const prepared = await prepare(disk, id.value, label, ordered, host.owner ?? '');
  if (!prepared.ok) return abandon(disk, id.value, prepared.problem);
  const finished = await carryOut(disk, prepared.value);
  if (finished.ok) return ok({ journal: id.value });
  return putBack(disk, prepared.value, finished.problem);
}

async function findInterrupted(disk: Disk): Promise<readonly Problem[]> {
  const ids = await listJournals(disk);
  if (!ids.ok) return [explainDiskProblem(ids.problem)];
  for (const id of ids.value) {
    const journal = await readJournal(disk, id);
    if (journal.ok && journal.value !== undefined && journal.value.state !== 'done')
      return [
        {
          code: 'interrupted',
          message: `An earlier change ("${journal.value.label}") is not finished.`,
          path: folderOfJournal(id),
          next: 'Wait for it, or start again so that it is repaired first.',
        },
      ];
  }
  return [];
}

async function nextId(disk: Disk): Promise<DiskResult<string>> {
  const ids = await listJournals(disk);
  if (!ids.ok) return ids;
  const last = ids.value.map(Number).reduce((highest, id) => Math.max(highest, id), 0);
  return done(String(last + 1).padStart(6, '0'));
}

/** Copies what is there, stages what is new, and writes down the intent: no file of the user is touched yet. */
async function prepare(
  disk: Disk,
  id: string,
  label: string,
  changes: readonly FileChange[],
  owner: string,
): Promise<DiskResult<Journal>> {
  const made = await makeDirectories(disk, folderOfJournal(id));
  if (!made.ok) return made;
  const ignored = await disk.write(`${journalFolder}/.gitignore`, bytesOf('*\n'));
  if (!ignored.ok) return ignored;
  const operations: JournalOperation[] = [];
  for (const [index, change] of changes.entries()) {
    const operation = await stage(disk, id, index, change);
    if (!operation.ok) return operation;
    operations.push(operation.value);
  }
  const folders = await missingFolders(disk, changes);
  if (!folders.ok) return folders;
  const journal: Journal = {
    version: 1,
    id,
    label,
    state: 'pending',
    owner,
    operations,
    folders: folders.value,
  };
  const written = await writeJournal(disk, journal);
  return written.ok ? done(journal) : written;
}

async function stage(
  disk: Disk,
  id: string,
  index: number,
  change: FileChange,
): Promise<DiskResult<JournalOperation>> {
  const { path, after } = change;
  const before = await readIfThere(disk, path);
  if (!before.ok) return before;
  const hash = before.value === undefined ? undefined : hashOf(before.value);
  if (hash !== change.before) return failed('busy', path, 'it changed while it was being looked at');
  const stat = before.value === undefined ? undefined : await disk.stat(path);
  if (stat !== undefined && !stat.ok) return stat;
  const wasExecutable = stat?.value.executable ?? false;
  if (before.value !== undefined) {
    const copied = await disk.write(beforeImage(id, index), before.value, { executable: wasExecutable });
    if (!copied.ok) return copied;
  }
  const executable = change.executable ?? wasExecutable;
  for (const image of after === undefined ? [] : imagesOf(id, index, change)) {
    const staged = await disk.write(image, after ?? new Uint8Array(), { executable });
    if (!staged.ok) return staged;
  }
  return done({
    path,
    before: hash === undefined ? null : { sha256: hash, executable: wasExecutable },
    after: after === undefined ? null : { sha256: hashOf(after), executable },
  });
}

function imagesOf(id: string, index: number, change: FileChange): readonly string[] {
  return change.secret === true ? [stagedImage(id, index)] : [stagedImage(id, index), afterImage(id, index)];
}

async function missingFolders(
  disk: Disk,
  changes: readonly FileChange[],
): Promise<DiskResult<readonly string[]>> {
  const wanted = changes
    .filter((change) => change.after !== undefined)
    .flatMap((change) => foldersOf(folderOf(change.path)));
  const missing: string[] = [];
  for (const folder of [...new Set(wanted)].sort(byCodeUnit)) {
    const stat = await disk.stat(folder);
    if (stat.ok) continue;
    if (stat.problem.code !== 'not-found') return stat;
    missing.push(folder);
  }
  return done(missing);
}

async function carryOut(disk: Disk, journal: Journal): Promise<DiskResult<void>> {
  for (const folder of journal.folders) {
    const made = await disk.makeDirectory(folder);
    if (!made.ok && made.problem.code !== 'exists') return made;
  }
  for (const [index, operation] of journal.operations.entries()) {
    const changed = await carryOutOne(disk, journal.id, index, operation);
    if (!changed.ok) return changed;
  }
  return writeJournal(disk, { ...journal, state: 'done' });
}

async function carryOutOne(
  disk: Disk,
  id: string,
  index: number,
  { path, before, after }: JournalOperation,
): Promise<DiskResult<void>> {
  const now = await readIfThere(disk, path);
  if (!now.ok) return now;
  const hash = now.value === undefined ? undefined : hashOf(now.value);
  if (hash !== before?.sha256) return failed('busy', path, 'it changed while it was being written');
  if (after === null) return before === null ? done(undefined) : disk.remove(path);
  return disk.rename(stagedImage(id, index), path);
}

async function abandon(disk: Disk, id: string, problem: DiskProblem): Promise<Result<Applied>> {
  const removed = await removeJournal(disk, id);
  const left = removed.ok ? [] : [leftOver(removed.problem)];
  return refused({ ...explainDiskProblem(problem), code: `disk-${problem.code}` }, ...left);
}

async function putBack(disk: Disk, journal: Journal, problem: DiskProblem): Promise<Result<Applied>> {
  const back = await rollBack(disk, journal);
  const left = back.ok ? [] : [leftOver(back.problem)];
  return refused(explainDiskProblem(problem), ...left);
}

function leftOver(problem: DiskProblem): Problem {
  return {
    code: 'rollback-unfinished',
    message: `Not everything could be put back: ${explainDiskProblem(problem).message}`,
    path: problem.path,
    next: 'It is repaired at the next start.',
  };
}
