import { unzipSync } from 'fflate';
import type { Disk } from './disk';
import { explainDiskProblem } from './disk';
import type { SourceFile } from './load-template';
import { findPathProblem, joinPath } from './paths';
import { ok, refused, type Result } from './result';
import { hashOf } from './text';

const mostFiles = 2_000;
const mostBytes = 50 * 1024 * 1024;

/** The folders of templates in a collection: each has a `template.yaml`. */
export interface CollectionFolder {
  /** Path of the folder in the collection, `<pattern>/<component>`. */
  readonly path: string;
  readonly files: readonly SourceFile[];
}

/** Reads all files below a folder; links are not followed. */
export async function readFolder(disk: Disk, folder: string): Promise<Result<readonly SourceFile[]>> {
  const files: SourceFile[] = [];
  const waiting = [''];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const here = next === '' ? folder : joinPath(folder, next);
    const names = await disk.list(here);
    if (!names.ok) return refused(explainDiskProblem(names.problem));
    for (const name of names.value) {
      const path = joinPath(next, name);
      const stat = await disk.stat(joinPath(folder, path));
      if (!stat.ok) return refused(explainDiskProblem(stat.problem));
      if (stat.value.kind === 'directory') waiting.push(path);
      if (stat.value.kind !== 'file') continue;
      const bytes = await disk.read(joinPath(folder, path));
      if (!bytes.ok) return refused(explainDiskProblem(bytes.problem));
      files.push({ path, bytes: bytes.value });
      if (files.length > mostFiles) return tooLarge(folder);
    }
  }
  return ok(files);
}

/** Unpacks a zip of templates whose hash is the one that the user has agreed to; nothing is written. */
export function readZip(bytes: Uint8Array, sha256: string): Result<readonly SourceFile[]> {
  const actual = hashOf(bytes);
  if (actual !== sha256)
    return refused({
      code: 'collection-changed',
      message: `The collection has the hash ${actual}, not the pinned ${sha256}.`,
      next: 'Look at what changed, then pin the new hash.',
    });
  let total = 0;
  let count = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        count++;
        return (
          !name.endsWith('/') &&
          total <= mostBytes &&
          count <= mostFiles &&
          findPathProblem(name) === undefined
        );
      },
    });
    if (total > mostBytes || count > mostFiles) return tooLarge('The zip');
    return ok(Object.entries(entries).map(([path, content]) => ({ path, bytes: content })));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused({
      code: 'collection-broken',
      message: `The zip cannot be read: ${reason}.`,
      next: 'Pack it again.',
    });
  }
}

function tooLarge(what: string): Result<never> {
  const limits = `${mostFiles} files or ${mostBytes / 1024 / 1024} MB`;
  return refused({
    code: 'collection-large',
    message: `${what} has more than ${limits}.`,
    next: 'Split the collection.',
  });
}

/** Cuts a collection into the folders of its templates. */
export function templateFolders(files: readonly SourceFile[]): readonly CollectionFolder[] {
  const folders = files.flatMap(
    (file) => /^(?:.*\/)?([^/]+\/[^/]+)\/template\.yaml$/.exec(file.path)?.[0] ?? [],
  );
  return folders.map((manifest) => {
    const folder = manifest.slice(0, -'/template.yaml'.length);
    const inside = files.filter((file) => file.path.startsWith(`${folder}/`));
    const own = inside.map((file) => ({ path: file.path.slice(folder.length + 1), bytes: file.bytes }));
    return { path: folder.split('/').slice(-2).join('/'), files: own };
  });
}
