import { done, failed, type Disk, type DiskCode, type DiskResult, type Stat } from '../../src/scaffold/disk';
import { folderOf } from '../../src/scaffold/paths';
import { bytesOf, textOf } from '../../src/scaffold/text';

interface Entry {
  readonly kind: 'file' | 'directory' | 'symlink';
  readonly bytes: Uint8Array;
  executable: boolean;
  readOnly: boolean;
}

/** How a disk misbehaves at the nth operation that changes it or looks at it, counted from one. */
export type Fault =
  | { readonly at: number; readonly is: 'fails'; readonly code: DiskCode }
  /** Nothing works from that operation on, as if the process had been killed in the middle of it. */
  | { readonly at: number; readonly is: 'dies' };

/** A disk in memory whose operations are counted and can be made to fail. */
export class MemoryDisk implements Disk {
  readonly entries = new Map<string, Entry>([['', directory()]]);
  readonly log: string[] = [];
  fault: Fault | undefined;
  private count = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  /** Puts a file there behind the engine's back, as a user or another program does. */
  put(
    path: string,
    content: string | Uint8Array,
    options: Partial<Pick<Entry, 'executable' | 'readOnly'>> = {},
  ): void {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
      if (!this.entries.has(folder)) this.entries.set(folder, directory());
    const bytes = typeof content === 'string' ? bytesOf(content) : content;
    this.entries.set(path, { kind: 'file', bytes, executable: false, readOnly: false, ...options });
  }

  /** Puts a symbolic link there. */
  link(path: string): void {
    this.entries.set(path, { ...directory(), kind: 'symlink' });
  }

  /** Takes a file away behind the engine's back. */
  drop(path: string): void {
    this.entries.delete(path);
  }

  /** The text of a file, or `undefined`. */
  text(path: string): string | undefined {
    const entry = this.entries.get(path);
    return entry?.kind === 'file' ? textOf(entry.bytes) : undefined;
  }

  /** Every path with its content, to compare two moments; folders end in a slash. */
  snapshot(except: (path: string) => boolean = () => false): Record<string, string> {
    const all = [...this.entries]
      .filter(([path]) => path !== '' && !except(path))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      all.map(([path, entry]) =>
        entry.kind === 'directory'
          ? [`${path}/`, '']
          : [path, `${entry.executable ? 'x ' : ''}${Buffer.from(entry.bytes).toString('latin1')}`],
      ),
    );
  }

  /** Starts counting anew, with another fault or none. */
  restart(fault?: Fault): void {
    this.fault = fault;
    this.count = 0;
    this.log.length = 0;
  }

  /** How many operations there were since the start. */
  get operations(): number {
    return this.count;
  }

  private trouble(name: string, path: string): ReturnType<typeof failed> | undefined {
    this.count++;
    this.log.push(`${name} ${path}`);
    if (this.fault?.is === 'dies' && this.count >= this.fault.at) return failed('lost', path);
    if (this.fault?.is === 'fails' && this.count === this.fault.at) return failed(this.fault.code, path);
    return undefined;
  }

  async read(path: string): Promise<DiskResult<Uint8Array>> {
    const trouble = this.trouble('read', path);
    if (trouble) return trouble;
    const entry = this.entries.get(path);
    if (entry === undefined) return failed('not-found', path);
    if (entry.kind === 'directory') return failed('is-directory', path);
    return entry.kind === 'symlink' ? failed('symlink', path) : done(entry.bytes);
  }

  async write(
    path: string,
    bytes: Uint8Array,
    options: { executable?: boolean } = {},
  ): Promise<DiskResult<void>> {
    const isHit = this.fault !== undefined && this.count + 1 === this.fault.at;
    const trouble = this.trouble('write', path);
    const parent = this.entries.get(folderOf(path));
    // A write that fails or is killed leaves half of its bytes behind.
    if (isHit && parent?.kind === 'directory') this.put(path, bytes.slice(0, bytes.length >> 1));
    if (trouble) return trouble;
    if (parent?.kind !== 'directory')
      return failed(parent === undefined ? 'not-found' : 'not-a-directory', path);
    const old = this.entries.get(path);
    if (old?.kind === 'directory') return failed('is-directory', path);
    if (old?.readOnly === true) return failed('read-only', path);
    this.put(path, bytes, { executable: options.executable ?? old?.executable ?? false });
    return done(undefined);
  }

  async rename(from: string, to: string): Promise<DiskResult<void>> {
    const trouble = this.trouble('rename', `${from} ${to}`);
    if (trouble) return trouble;
    const entry = this.entries.get(from);
    if (entry === undefined) return failed('not-found', from);
    if (this.entries.get(folderOf(to))?.kind !== 'directory') return failed('not-found', to);
    if (this.entries.get(to)?.kind === 'directory') return failed('is-directory', to);
    this.entries.set(to, entry);
    this.entries.delete(from);
    return done(undefined);
  }

  async remove(path: string): Promise<DiskResult<void>> {
    const trouble = this.trouble('remove', path);
    if (trouble) return trouble;
    if (!this.entries.has(path)) return failed('not-found', path);
    if (this.namesIn(path).length > 0) return failed('not-empty', path);
    this.entries.delete(path);
    return done(undefined);
  }

  async stat(path: string): Promise<DiskResult<Stat>> {
    const trouble = this.trouble('stat', path);
    if (trouble) return trouble;
    const entry = this.entries.get(path);
    if (entry === undefined) return failed('not-found', path);
    const { kind, executable, readOnly } = entry;
    return done({ kind, executable, readOnly, size: entry.bytes.length });
  }

  async list(path: string): Promise<DiskResult<readonly string[]>> {
    const trouble = this.trouble('list', path);
    if (trouble) return trouble;
    const entry = this.entries.get(path);
    if (entry === undefined) return failed('not-found', path);
    return entry.kind === 'directory' ? done(this.namesIn(path)) : failed('not-a-directory', path);
  }

  async makeDirectory(path: string): Promise<DiskResult<void>> {
    const trouble = this.trouble('makeDirectory', path);
    if (trouble) return trouble;
    const parent = this.entries.get(folderOf(path));
    if (this.entries.has(path)) return failed('exists', path);
    if (parent?.kind !== 'directory')
      return failed(parent === undefined ? 'not-found' : 'not-a-directory', path);
    this.entries.set(path, directory());
    return done(undefined);
  }

  async realPath(path: string): Promise<DiskResult<string>> {
    const trouble = this.trouble('realPath', path);
    return trouble ?? (this.entries.get(path)?.kind === 'symlink' ? failed('symlink', path) : done(path));
  }

  private namesIn(path: string): string[] {
    const prefix = path === '' ? '' : `${path}/`;
    const names = [...this.entries.keys()].filter(
      (other) => other !== '' && other.startsWith(prefix) && !other.slice(prefix.length).includes('/'),
    );
    return names.map((name) => name.slice(prefix.length)).sort();
  }
}

function directory(): Entry {
  return { kind: 'directory', bytes: new Uint8Array(), executable: false, readOnly: false };
}
