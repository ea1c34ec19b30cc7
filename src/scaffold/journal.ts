import { isPlain } from './canonical';
import { done, failed, isThroughLink, readIfThere, type Disk, type DiskResult } from './disk';
import { findPathProblem } from './paths';
import { bytesOf, textOf } from './text';

/** The folder in which the engine keeps what it knows of a workspace. */
export const recordsFolder = '.ai-patterns';

/** The folder of the journals; it ignores itself in git. */
export const journalFolder = `${recordsFolder}/journal`;

/** A file at one moment: the hash of its content. */
export interface FileState {
  readonly sha256: string;
  readonly executable: boolean;
}

/** One change of a transaction; `null` stands for no file. */
export interface JournalOperation {
  readonly path: string;
  readonly before: FileState | null;
  readonly after: FileState | null;
}

/** `pending` while files change, `done` when all have, `undoing` while an undo puts them back. */
export type JournalState = 'pending' | 'done' | 'undoing';

/** What a transaction intends and has done: enough to put everything back after a crash. */
export interface Journal {
  readonly version: 1;
  readonly id: string;
  readonly label: string;
  readonly state: JournalState;
  /** Who runs it, so that another process does not take a living transaction for a dead one. */
  readonly owner: string;
  readonly operations: readonly JournalOperation[];
  /** Folders that were not there before, outermost first. */
  readonly folders: readonly string[];
}

/** The folder of one journal. */
export function folderOfJournal(id: string): string {
  return `${journalFolder}/${id}`;
}

/** The copy of a file as it was before. */
export function beforeImage(id: string, index: number): string {
  return `${folderOfJournal(id)}/before-${index}`;
}

/** The new file, ready to be renamed onto its target. */
export function stagedImage(id: string, index: number): string {
  return `${folderOfJournal(id)}/stage-${index}`;
}

/** The copy of what was written, to show later what a user changed since. */
export function afterImage(id: string, index: number): string {
  return `${folderOfJournal(id)}/after-${index}`;
}

/** Writes a journal so that it is there whole or not at all. */
export async function writeJournal(disk: Disk, journal: Journal): Promise<DiskResult<void>> {
  const folder = folderOfJournal(journal.id);
  const written = await disk.write(`${folder}/journal.tmp`, bytesOf(`${JSON.stringify(journal, null, 2)}\n`));
  return written.ok ? disk.rename(`${folder}/journal.tmp`, `${folder}/journal.json`) : written;
}

/** Reads a journal: `undefined` where none was finished, a problem where it is not one of ours. */
export async function readJournal(disk: Disk, id: string): Promise<DiskResult<Journal | undefined>> {
  const path = `${folderOfJournal(id)}/journal.json`;
  const read = await readIfThere(disk, path);
  if (!read.ok) return read;
  if (read.value === undefined) return done(undefined);
  const journal = parseJournal(textOf(read.value) ?? '', id);
  return journal === undefined ? failed('failed', path, 'not a journal of this program') : done(journal);
}

/** The ids of the journals in a workspace, oldest first. */
export async function listJournals(disk: Disk): Promise<DiskResult<readonly string[]>> {
  // A workspace may come from anywhere: its journals must not be somewhere else.
  if (await isThroughLink(disk, journalFolder)) return failed('symlink', journalFolder);
  const names = await disk.list(journalFolder);
  if (!names.ok) return names.problem.code === 'not-found' ? done([]) : names;
  return done(names.value.filter((name) => /^\d{6,}$/.test(name)));
}

/** A workspace may come from anywhere, so a journal's paths are checked like any other target. */
function parseJournal(text: string, id: string): Journal | undefined {
  const value = parseJson(text);
  if (!isPlain(value) || value['version'] !== 1 || value['id'] !== id) return undefined;
  const { state, label, owner, operations, folders } = value;
  if (state !== 'pending' && state !== 'done' && state !== 'undoing') return undefined;
  if (typeof label !== 'string' || typeof owner !== 'string') return undefined;
  if (!Array.isArray(operations) || !Array.isArray(folders)) return undefined;
  const read = operations.map(operationIn).filter((operation) => operation !== undefined);
  const safe = folders.filter(
    (folder): folder is string => typeof folder === 'string' && !findPathProblem(folder),
  );
  if (read.length < operations.length || safe.length < folders.length) return undefined;
  return { version: 1, id, label, state, owner, operations: read, folders: safe };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller says that this is no journal, which is all there is to say.
    return undefined;
  }
}

function operationIn(value: unknown): JournalOperation | undefined {
  if (!isPlain(value) || typeof value['path'] !== 'string' || findPathProblem(value['path']))
    return undefined;
  const before = stateIn(value['before']);
  const after = stateIn(value['after']);
  return before === undefined || after === undefined ? undefined : { path: value['path'], before, after };
}

function stateIn(value: unknown): FileState | null | undefined {
  if (value === null) return null;
  if (!isPlain(value) || typeof value['sha256'] !== 'string' || typeof value['executable'] !== 'boolean')
    return undefined;
  return { sha256: value['sha256'], executable: value['executable'] };
}
