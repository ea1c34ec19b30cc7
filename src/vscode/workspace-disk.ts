import * as vscode from 'vscode';
import { done, failed } from '../scaffold/disk';
import type { Disk, DiskCode, DiskResult, Stat } from '../scaffold/disk';

/** A workspace folder of any file system as the scaffolding engine's disk: the only door where there is no Node. */
export function workspaceDisk(root: vscode.Uri): Disk {
  const { fs } = vscode.workspace;
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  return {
    read: (path) => attempt(path, () => fs.readFile(at(path))),
    write: (path, bytes) => attempt(path, () => fs.writeFile(at(path), bytes)),
    rename: (from, to) => attempt(to, () => fs.rename(at(from), at(to), { overwrite: true })),
    remove: (path) => attempt(path, () => fs.delete(at(path), { recursive: false, useTrash: false })),
    stat: (path) => attempt(path, async () => statOf(await fs.stat(at(path)))),
    list: (path) =>
      attempt(path, async () => (await fs.readDirectory(at(path))).map(([name]) => name).sort()),
    makeDirectory: (path) => makeDirectory(at(path), path),
    realPath: (path) => realPath(at, path),
  };
}

async function attempt<T>(path: string, operation: () => Thenable<T>): Promise<DiskResult<T>> {
  try {
    return done(await operation());
  } catch (error) {
    return failed(codeOf(error), path, error instanceof Error ? error.message : String(error));
  }
}

const codes: Readonly<Record<string, DiskCode>> = {
  FileNotFound: 'not-found',
  FileExists: 'exists',
  FileNotADirectory: 'not-a-directory',
  FileIsADirectory: 'is-directory',
  NoPermissions: 'permission',
  Unavailable: 'lost',
};

function codeOf(error: unknown): DiskCode {
  if (!(error instanceof vscode.FileSystemError)) return 'failed';
  if (/ENOSPC|EDQUOT/.test(error.message)) return 'no-space';
  if (/EROFS/.test(error.message)) return 'read-only';
  if (/ENOTEMPTY/.test(error.message)) return 'not-empty';
  return codes[error.code] ?? 'failed';
}

function statOf({ type, size, permissions }: vscode.FileStat): Stat {
  const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
  const kind = isLink
    ? 'symlink'
    : type === vscode.FileType.File
      ? 'file'
      : type === vscode.FileType.Directory
        ? 'directory'
        : 'other';
  return { kind, readOnly: permissions === vscode.FilePermission.Readonly, executable: false, size };
}

/** VS Code's own call is content with a folder that is there; the engine wants to know. */
async function makeDirectory(uri: vscode.Uri, path: string): Promise<DiskResult<void>> {
  const there = await attempt(path, () => vscode.workspace.fs.stat(uri));
  if (there.ok) return failed('exists', path);
  return attempt(path, () => vscode.workspace.fs.createDirectory(uri));
}

/** Without links on its way a path is real; VS Code does not tell where a link leads. */
async function realPath(at: (path: string) => vscode.Uri, path: string): Promise<DiskResult<string>> {
  const parts = path === '' ? [] : path.split('/');
  for (let length = 1; length <= parts.length; length++) {
    const folder = parts.slice(0, length).join('/');
    const stat = await attempt(folder, () => vscode.workspace.fs.stat(at(folder)));
    if (!stat.ok) return stat;
    if ((stat.value.type & vscode.FileType.SymbolicLink) !== 0) return failed('symlink', folder);
  }
  return done(path);
}
