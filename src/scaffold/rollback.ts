import { done, failed, isThroughLink, readIfThere, type Disk, type DiskResult } from './disk';
import { beforeImage, folderOfJournal, journalFolder, listJournals, recordsFolder } from './journal';
import { readJournal, type Journal, type JournalOperation } from './journal';
import type { Host } from './preflight';
import { hashOf } from './text';

const journalsKept = 10;

/** What a repair did. */
export interface Recovery {
  /** Labels of the changes that were put back. */
  readonly rolledBack: readonly string[];
  /** Files that someone edited since; their earlier text lies beside them under this name. */
  readonly kept: readonly string[];
}

/** Puts back what an interrupted change has left; a host calls it at its start, before anything else is planned. */
export async function recover(disk: Disk, host: Host = {}): Promise<DiskResult<Recovery>> {
  const ids = await listJournals(disk);
  if (!ids.ok) return ids;
  const rolledBack: string[] = [];
  const kept: string[] = [];
  const finished: string[] = [];
  for (const id of ids.value.toReversed()) {
    const journal = await readJournal(disk, id);
    if (!journal.ok) return journal;
    if (journal.value?.state === 'done') finished.push(id);
    else if (journal.value === undefined) {
      // The intent was never written down, so no file was touched.
      const removed = await removeJournal(disk, id);
      if (!removed.ok) return removed;
    } else if (!(await isHeld(journal.value.owner, host))) {
      const result = await rollBack(disk, journal.value);
      if (!result.ok) return result;
      rolledBack.push(journal.value.label);
      kept.push(...result.value);
    }
  }
  for (const id of finished.slice(journalsKept)) {
    const removed = await removeJournal(disk, id);
    if (!removed.ok) return removed;
  }
  const removed = await removeEmptyJournalFolder(disk);
  return removed.ok ? done({ rolledBack, kept }) : removed;
}

/** Whether another process that still runs is in the middle of this change; this process asks only when it is in none. */
async function isHeld(owner: string, host: Host): Promise<boolean> {
  return owner !== '' && owner !== host.owner && (await host.isAlive?.(owner)) === true;
}

/** Puts every file of a journal back and removes it; may be repeated from any point. Gives the copies it had to keep. */
export async function rollBack(disk: Disk, journal: Journal): Promise<DiskResult<readonly string[]>> {
  const kept: string[] = [];
  for (const [index, operation] of [...journal.operations.entries()].toReversed()) {
    const result = await rollBackOne(disk, journal.id, index, operation);
    if (!result.ok) return result;
    if (result.value !== undefined) kept.push(result.value);
  }
  for (const folder of journal.folders.toReversed()) {
    const removed = await removeIfEmpty(disk, folder);
    if (!removed.ok) return removed;
  }
  const removed = await removeJournal(disk, journal.id);
  return removed.ok ? done(kept) : removed;
}

async function rollBackOne(
  disk: Disk,
  id: string,
  index: number,
  { path, before, after }: JournalOperation,
): Promise<DiskResult<string | undefined>> {
  if (await isThroughLink(disk, path)) return failed('symlink', path);
  const now = await readIfThere(disk, path);
  if (!now.ok) return now;
  const hash = now.value === undefined ? undefined : hashOf(now.value);
  if (hash === before?.sha256) return done(undefined);
  const image = beforeImage(id, index);
  const isOurs = hash === after?.sha256;
  if (before === null) {
    const removed = isOurs ? await disk.remove(path) : done(undefined);
    return removed.ok ? done(undefined) : removed;
  }
  // Someone wrote here since: both texts stay, the earlier one under a name of its own.
  const target = isOurs ? path : await freeName(disk, `${path}.before-scaffold`);
  const moved = await disk.rename(image, target);
  if (!moved.ok && moved.problem.code === 'not-found' && !isOurs) return done(undefined);
  if (!moved.ok) return moved;
  return done(isOurs ? undefined : target);
}

async function freeName(disk: Disk, wanted: string): Promise<string> {
  let name = wanted;
  for (let count = 2; (await disk.stat(name)).ok; count++) name = `${wanted}-${count}`;
  return name;
}

/** Removes a journal and, when it was the last one, the folders that only journals need. */
export async function removeJournal(disk: Disk, id: string): Promise<DiskResult<void>> {
  const folder = folderOfJournal(id);
  // journal.json first: from then on the rest is rubbish that the next start may clear away.
  const names = await namesIn(disk, folder);
  if (!names.ok) return names;
  const ordered = [...names.value].sort(
    (a, b) => Number(b === 'journal.json') - Number(a === 'journal.json'),
  );
  for (const name of ordered) {
    const removed = await removeIfThere(disk, `${folder}/${name}`);
    if (!removed.ok) return removed;
  }
  const removed = await removeIfThere(disk, folder);
  return removed.ok ? removeEmptyJournalFolder(disk) : removed;
}

async function removeEmptyJournalFolder(disk: Disk): Promise<DiskResult<void>> {
  const names = await namesIn(disk, journalFolder);
  if (!names.ok) return names;
  // A draft of .gitignore may be left beside it when the process died while writing it.
  if (names.value.some((name) => !name.startsWith('.gitignore'))) return done(undefined);
  for (const path of [...names.value.map((name) => `${journalFolder}/${name}`), journalFolder]) {
    const removed = await removeIfThere(disk, path);
    if (!removed.ok) return removed;
  }
  return removeIfEmpty(disk, recordsFolder);
}

async function namesIn(disk: Disk, folder: string): Promise<DiskResult<readonly string[]>> {
  const names = await disk.list(folder);
  return !names.ok && names.problem.code === 'not-found' ? done([]) : names;
}

async function removeIfThere(disk: Disk, path: string): Promise<DiskResult<void>> {
  const removed = await disk.remove(path);
  return !removed.ok && removed.problem.code === 'not-found' ? done(undefined) : removed;
}

async function removeIfEmpty(disk: Disk, folder: string): Promise<DiskResult<void>> {
  const removed = await removeIfThere(disk, folder);
  return !removed.ok && removed.problem.code === 'not-empty' ? done(undefined) : removed;
}
