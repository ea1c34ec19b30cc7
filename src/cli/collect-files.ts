import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { settingsFileName } from '../core';
import { UsageError } from './streams';

/** The files of one call. Paths are POSIX and relative to `root`. */
export interface CollectedFiles {
  /** Absolute folder that paths are relative to. */
  readonly root: string;
  readonly files: readonly CollectedFile[];
  /** Settings files of these files, those above the root first, outermost first. */
  readonly settings: readonly CollectedSettings[];
  /** Whether the files are all there are: a folder was named, not single files. */
  readonly closed: boolean;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

/** One file to check. */
export interface CollectedFile {
  readonly path: string;
  readonly absolutePath: string;
  /** As the user would write it: relative to the current folder where that is shorter. */
  readonly shownPath: string;
  /** False for files that only lend their facts to others. */
  readonly asked: boolean;
}

/** One settings file. */
export interface CollectedSettings {
  readonly absolutePath: string;
  readonly shownPath: string;
  /** Relative to the root; undefined for one above it. */
  readonly path: string | undefined;
  /** The root, relative to the folder of a settings file above it. */
  readonly inside: string;
}

const never = new Set(['.git', 'node_modules', '.venv', 'venv', '__pycache__', '.terraform', '.tox']);
const recordsFolder = '.ai-patterns';

/** Finds all files below the named paths, leaving out what `.gitignore` leaves out. */
export async function collectFiles(
  named: readonly string[],
  workspace: string | undefined,
  cwd: string,
): Promise<CollectedFiles> {
  const asked = named.map((name) => path.resolve(cwd, name));
  for (const [index, place] of asked.entries()) {
    if (!existsSync(place)) throw new UsageError(`There is no file or folder "${named[index] ?? place}".`);
  }
  const places = workspace === undefined ? asked : [path.resolve(cwd, workspace)];
  for (const place of places) if (!existsSync(place)) throw new UsageError(`There is no folder "${place}".`);
  const root = rootOf(places, workspace !== undefined, cwd);
  const walker = new Walker(root, cwd, asked);
  for (const place of places) walker.take(place);
  return {
    root,
    files: walker.files,
    settings: settingsOf(root, cwd, places, walker.files),
    closed: places.some((place) => statSync(place).isDirectory()),
    errors: walker.errors,
  };
}

/** The current folder if everything lies in it, else the one folder named, else the nearest common one. */
function rootOf(places: readonly string[], isWorkspace: boolean, cwd: string): string {
  const [first = cwd] = places;
  if (isWorkspace) return first;
  if (places.every((place) => isWithin(place, cwd))) return cwd;
  let common = statSync(first).isDirectory() ? first : path.dirname(first);
  while (!places.every((place) => isWithin(place, common)) && common !== path.dirname(common))
    common = path.dirname(common);
  return common;
}

/** Whether a place is a folder or lies in it; the topmost folder ends in its separator. */
function isWithin(place: string, folder: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

class Walker {
  readonly files: CollectedFile[] = [];
  readonly errors: { path: string; message: string }[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly cwd: string,
    private readonly asked: readonly string[],
  ) {}

  take(place: string): void {
    // A folder that is named is meant, even where a rule above leaves it out.
    const above = ignoresAbove(place).filter((each) => !each.leavesOut(place, true));
    if (statSync(place).isDirectory()) this.folder(place, above);
    else this.file(place);
  }

  private folder(folder: string, ignores: readonly FolderIgnore[]): void {
    let names: string[];
    try {
      names = readdirSync(folder).sort();
    } catch (error) {
      this.errors.push({ path: shownFrom(this.cwd, folder), message: messageOf(error) });
      return;
    }
    const own = names.includes('.gitignore') ? [...ignores, ignoreOf(folder)] : ignores;
    for (const name of names) {
      const inner = path.join(folder, name);
      const stat = statSync(inner, { throwIfNoEntry: false });
      // A link to a folder may lead out of the tree, or around in it.
      if (!stat || never.has(name)) continue;
      // Of what scaffolding keeps, only the records of components are files of the system.
      if (path.basename(folder) === recordsFolder && name !== 'components') continue;
      if (own.some((each) => each.leavesOut(inner, stat.isDirectory()))) continue;
      if (stat.isDirectory()) {
        if (!isLink(folder, name)) this.folder(inner, own);
      } else if (stat.isFile()) this.file(inner);
    }
  }

  private file(absolutePath: string): void {
    if (this.seen.has(absolutePath)) return;
    this.seen.add(absolutePath);
    const relative = posix(path.relative(this.root, absolutePath));
    const asked = this.asked.some((place) => isWithin(absolutePath, place));
    this.files.push({ path: relative, absolutePath, shownPath: shownFrom(this.cwd, absolutePath), asked });
  }
}

function shownFrom(cwd: string, absolutePath: string): string {
  return posix(path.relative(cwd, absolutePath)) || '.';
}

function isLink(folder: string, name: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.name === name && entry.isSymbolicLink(),
  );
}

interface FolderIgnore {
  leavesOut(absolutePath: string, isFolder: boolean): boolean;
}

function ignoreOf(folder: string): FolderIgnore {
  const rules: Ignore = ignore();
  rules.add(readFileSync(path.join(folder, '.gitignore'), 'utf8'));
  return {
    leavesOut: (absolutePath, isFolder) => {
      const relative = posix(path.relative(folder, absolutePath));
      return !relative.startsWith('..') && rules.ignores(isFolder ? `${relative}/` : relative);
    },
  };
}

/** `.gitignore` files between a folder and the repository that it is in. */
function ignoresAbove(place: string): FolderIgnore[] {
  const above: FolderIgnore[] = [];
  for (
    let folder = path.dirname(place);
    !existsSync(path.join(folder, '..', '.git'));
    folder = path.dirname(folder)
  ) {
    if (existsSync(path.join(folder, '.gitignore'))) above.unshift(ignoreOf(folder));
    if (existsSync(path.join(folder, '.git')) || folder === path.dirname(folder)) break;
  }
  return above;
}

/** The settings files above the root, from the root to what was named, and among the files found. */
function settingsOf(
  root: string,
  cwd: string,
  places: readonly string[],
  files: readonly CollectedFile[],
): CollectedSettings[] {
  const folders = places.flatMap((place) => foldersUpTo(root, path.dirname(place)));
  const found = new Set([
    ...[...foldersUpTo(repositoryOf(root), path.dirname(root))].reverse(),
    ...folders,
    ...files.map(({ absolutePath }) => path.dirname(absolutePath)),
  ]);
  return [...found].flatMap((folder) => {
    const absolutePath = path.join(folder, settingsFileName);
    if (!existsSync(absolutePath)) return [];
    const isAbove = folder !== root && isWithin(root, folder);
    return [
      {
        absolutePath,
        shownPath: shownFrom(cwd, absolutePath),
        path: isAbove ? undefined : posix(path.relative(root, absolutePath)),
        inside: posix(path.relative(folder, root)),
      },
    ];
  });
}

/** The folders from one up to another that holds it, both among them; none where it does not. */
function foldersUpTo(top: string, from: string): string[] {
  const folders: string[] = [];
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (!isWithin(folder, top)) return folders;
    folders.push(folder);
    if (folder === top || folder === path.dirname(folder)) return folders;
  }
}

/** The repository that a folder is in; without one, the topmost folder. */
function repositoryOf(folder: string): string {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git')) || current === path.dirname(current)) return current;
  }
}

function posix(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
