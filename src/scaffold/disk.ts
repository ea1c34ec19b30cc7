/** Why a disk operation could not be done. */
export type DiskCode =
  | 'not-found'
  | 'exists'
  | 'no-space'
  | 'read-only'
  | 'permission'
  | 'is-directory'
  | 'not-a-directory'
  | 'not-empty'
  | 'symlink'
  | 'busy'
  | 'lost'
  | 'failed';

/** A disk operation that failed, as a value. */
export interface DiskProblem {
  readonly code: DiskCode;
  readonly path: string;
  readonly detail?: string;
}

/** What a disk operation gives back. */
export type DiskResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: DiskProblem };

/** What is at a path; a symbolic link is not followed. */
export interface Stat {
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  readonly readOnly: boolean;
  readonly executable: boolean;
  readonly size: number;
}

/**
 * The file operations that scaffolding needs, below one root folder. Paths are relative to it, with `/`, and `''` is the
 * root itself. Only `rename` has to be atomic: the engine writes beside the target and renames.
 */
export interface Disk {
  read(path: string): Promise<DiskResult<Uint8Array>>;
  /** Creates or replaces a file; its folder must exist. */
  write(
    path: string,
    bytes: Uint8Array,
    options?: { readonly executable?: boolean },
  ): Promise<DiskResult<void>>;
  /** Moves a file and replaces what is at `to`. */
  rename(from: string, to: string): Promise<DiskResult<void>>;
  /** Removes a file or an empty folder. */
  remove(path: string): Promise<DiskResult<void>>;
  stat(path: string): Promise<DiskResult<Stat>>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<DiskResult<readonly string[]>>;
  /** Creates one folder; `exists` where there is one. */
  makeDirectory(path: string): Promise<DiskResult<void>>;
  /** The path with every link resolved, relative to the root; `symlink` where it leads outside. */
  realPath(path: string): Promise<DiskResult<string>>;
}

/** Wraps the value of a disk operation that worked. */
export function done<T>(value: T): DiskResult<T> {
  return { ok: true, value };
}

/** Makes a failed disk operation. */
export function failed(code: DiskCode, path: string, detail?: string): { ok: false; problem: DiskProblem } {
  return { ok: false, problem: detail === undefined ? { code, path } : { code, path, detail } };
}

const sentences: Record<DiskCode, readonly [what: string, next: string]> = {
  'not-found': ['does not exist', 'Check the path and try again.'],
  exists: ['exists already', 'Choose another destination.'],
  'no-space': ['could not be written because the disk is full', 'Free some space and try again.'],
  'read-only': ['is read-only', 'Make it writable or choose another destination.'],
  permission: ['may not be changed by this user', 'Grant write permission or choose another destination.'],
  'is-directory': ['is a folder', 'Choose another destination.'],
  'not-a-directory': ['is a file where a folder is needed', 'Choose another destination.'],
  'not-empty': ['is not empty', 'Remove what is in it first.'],
  symlink: ['passes through a symbolic link', 'Choose a destination that is a real folder.'],
  busy: ['is in use by another program', 'Close that program and try again.'],
  lost: ['is on a drive that cannot be reached', 'Connect the drive and try again.'],
  failed: ['could not be accessed', 'Look at the log for the reason.'],
};

/** Says what a failed disk operation means for the user, and the next step. */
export function explainDiskProblem(problem: DiskProblem): {
  code: string;
  message: string;
  path: string;
  next: string;
} {
  const [what, next] = sentences[problem.code];
  const detail = problem.detail === undefined ? '' : ` (${problem.detail})`;
  const name = problem.path === '' ? 'The workspace folder' : `"${problem.path}"`;
  return { code: `disk-${problem.code}`, message: `${name} ${what}${detail}.`, path: problem.path, next };
}

/** Reads a file, or says `undefined` where there is none. */
export async function readIfThere(disk: Disk, path: string): Promise<DiskResult<Uint8Array | undefined>> {
  const result = await disk.read(path);
  if (!result.ok && result.problem.code === 'not-found') return done(undefined);
  return result;
}

/** Creates a folder and those above it; gives the ones that were not there, outermost first. */
export async function makeDirectories(disk: Disk, path: string): Promise<DiskResult<readonly string[]>> {
  const made: string[] = [];
  for (const folder of foldersOf(path)) {
    const result = await disk.makeDirectory(folder);
    if (result.ok) made.push(folder);
    else if (result.problem.code !== 'exists') return result;
  }
  return done(made);
}

/** Whether a path, or a folder above it, is a symbolic link: such a path may lead anywhere. */
export async function isThroughLink(disk: Disk, path: string): Promise<boolean> {
  for (const part of foldersOf(path)) {
    const stat = await disk.stat(part);
    if (stat.ok && stat.value.kind === 'symlink') return true;
  }
  return false;
}

/** A folder and those above it, outermost first, without the root. */
export function foldersOf(path: string): readonly string[] {
  const segments = path === '' ? [] : path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
