import { done, failed, foldersOf, type Disk } from './disk';
import { folderOf, nameOf } from './paths';

/** A disk that only holds the given files, to plan against what is not in a folder: cases, previews and tests. */
export function readOnlyDisk(files: ReadonlyMap<string, Uint8Array>): Disk {
  const folders = new Set(['', ...[...files.keys()].flatMap((path) => foldersOf(folderOf(path)))]);
  const refuse = (path: string) => Promise.resolve(failed('read-only', path));
  return {
    read: async (path) => {
      const bytes = files.get(path);
      return bytes === undefined
        ? failed(folders.has(path) ? 'is-directory' : 'not-found', path)
        : done(bytes);
    },
    stat: async (path) => {
      const bytes = files.get(path);
      if (bytes === undefined && !folders.has(path)) return failed('not-found', path);
      const kind = bytes === undefined ? 'directory' : 'file';
      return done({ kind, readOnly: false, executable: false, size: bytes?.length ?? 0 });
    },
    list: async (path) => {
      if (!folders.has(path)) return failed('not-found', path);
      const all = [...files.keys(), ...folders].filter((entry) => entry !== '' && folderOf(entry) === path);
      return done(all.map(nameOf).sort());
    },
    realPath: async (path) => done(path),
    write: refuse,
    rename: refuse,
    remove: refuse,
    makeDirectory: refuse,
  };
}
