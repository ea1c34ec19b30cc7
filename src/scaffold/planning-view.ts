import { failed, type Disk, type DiskResult, type Stat } from './disk';
import { foldCase, folderOf, nameOf } from './paths';

/**
 * A disk as one plan sees it: a folder is listed once, a file read once, and what its folder does not list is not asked
 * for. A plan of hundreds of new files costs a call for each folder instead of several for each file, which counts on a
 * network drive and in a browser.
 */
export function planningView(disk: Disk): Disk {
  const reads = new Map<string, Promise<DiskResult<Uint8Array>>>();
  const stats = new Map<string, Promise<DiskResult<Stat>>>();
  const lists = new Map<string, Promise<DiskResult<readonly string[]>>>();
  const names = new Map<string, Promise<ReadonlySet<string> | undefined>>();

  /** The names in a folder as a disk without case compares them; undefined where they cannot be told. */
  const namesIn = (folder: string): Promise<ReadonlySet<string> | undefined> =>
    once(names, folder, async () => {
      if (folder !== '' && (await isMissing(folder))) return new Set<string>();
      const listed = await list(folder);
      if (listed.ok) return new Set(listed.value.map(foldCase));
      return listed.problem.code === 'not-found' ? new Set<string>() : undefined;
    });
  const isMissing = async (path: string): Promise<boolean> =>
    (await namesIn(folderOf(path)))?.has(foldCase(nameOf(path))) === false;
  const list = (path: string): Promise<DiskResult<readonly string[]>> =>
    once(lists, path, () => disk.list(path));
  /** Asks the disk, but for what is missing. */
  const ask = <T>(path: string, operation: () => Promise<DiskResult<T>>): Promise<DiskResult<T>> =>
    isMissing(path).then((missing) => (missing ? failed('not-found', path) : operation()));

  return {
    read: (path) => once(reads, path, () => ask(path, () => disk.read(path))),
    stat: (path) =>
      once(stats, path, () => (path === '' ? disk.stat(path) : ask(path, () => disk.stat(path)))),
    list,
    realPath: (path) => disk.realPath(path),
    write: refuse,
    rename: refuse,
    remove: refuse,
    makeDirectory: refuse,
  };
}

/** How many files are read at a time: more would run into the number of files that a process may open. */
const readsAtOnce = 32;

/** Reads files side by side into a planning view, which then has them at hand. */
export async function readAhead(view: Disk, paths: Iterable<string>): Promise<void> {
  const queue = [...new Set(paths)].values();
  const work = async (): Promise<void> => {
    for (const path of queue) await view.read(path);
  };
  await Promise.all(Array.from({ length: readsAtOnce }, work));
}

/** A plan writes nothing. */
async function refuse(path: string): Promise<DiskResult<never>> {
  return failed('read-only', path);
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = make();
  known.set(key, made);
  return made;
}
