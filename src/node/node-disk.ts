import { constants, type Stats } from 'node:fs';
import {
  access,
  chmod,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
} from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { done, failed, type Disk, type DiskCode, type DiskResult, type Stat } from '../scaffold/disk';

/** The real disk below a folder; a file is written beside its place and renamed, so that it is there whole or not at all. */
export function nodeDisk(root: string): Disk {
  const base = resolve(root);
  const at = (path: string): string => (path === '' ? base : join(base, ...path.split('/')));
  return {
    read: (path) => attempt(path, () => readFile(at(path))),
    write: (path, bytes, options) => attempt(path, () => writeWhole(at(path), bytes, options?.executable)),
    rename: (from, to) => attempt(to, () => rename(at(from), at(to))),
    remove: (path) => attempt(path, () => removeOne(at(path))),
    stat: (path) => attempt(path, async () => statOf(await lstat(at(path)), at(path))),
    list: (path) => attempt(path, async () => (await readdir(at(path))).sort()),
    makeDirectory: (path) => attempt(path, () => mkdir(at(path)).then(() => undefined)),
    realPath: async (path) => {
      const real = await attempt(path, async () => [await realpath(base), await realpath(at(path))] as const);
      if (!real.ok) return real;
      const inside = relative(real.value[0], real.value[1]);
      return inside.split(sep)[0] === '..' ? failed('symlink', path) : done(inside.split(sep).join('/'));
    },
  };
}

async function attempt<T>(path: string, operation: () => Promise<T>): Promise<DiskResult<T>> {
  try {
    return done(await operation());
  } catch (error) {
    return failed(codeOf(error), path, error instanceof Error ? error.message : String(error));
  }
}

const codes: Readonly<Record<string, DiskCode>> = {
  ENOENT: 'not-found',
  EEXIST: 'exists',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EROFS: 'read-only',
  EACCES: 'permission',
  EPERM: 'permission',
  EISDIR: 'is-directory',
  ENOTDIR: 'not-a-directory',
  ENOTEMPTY: 'not-empty',
  ELOOP: 'symlink',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EIO: 'lost',
  ENXIO: 'lost',
  ENODEV: 'lost',
  ESTALE: 'lost',
  EHOSTDOWN: 'lost',
  ETIMEDOUT: 'lost',
};

function codeOf(error: unknown): DiskCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes[code] ?? 'failed';
}

async function writeWhole(path: string, bytes: Uint8Array, executable: boolean | undefined): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  const mode = executable === undefined ? await modeOf(path) : executable ? 0o755 : 0o644;
  try {
    const handle = await open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
    try {
      await handle.writeFile(bytes);
      // The rename below must not reach the disk before the bytes do.
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (executable === true) await chmod(draft, 0o755);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function modeOf(path: string): Promise<number> {
  const stat = await attempt(path, () => lstat(path));
  return stat.ok ? stat.value.mode & 0o777 : 0o644;
}

async function removeOne(path: string): Promise<void> {
  const stat = await lstat(path);
  await (stat.isDirectory() ? rmdir(path) : rm(path));
}

async function statOf(stat: Stats, path: string): Promise<Stat> {
  const kind = stat.isSymbolicLink()
    ? 'symlink'
    : stat.isDirectory()
      ? 'directory'
      : stat.isFile()
        ? 'file'
        : 'other';
  const readOnly = kind !== 'symlink' && !(await attempt(path, () => access(path, constants.W_OK))).ok;
  return { kind, readOnly, executable: kind === 'file' && (stat.mode & 0o111) !== 0, size: stat.size };
}
