import { folderOf } from '../core/scopes';
import { byCodeUnit } from './canonical';
import { foldersOf } from './disk';
import type { Problem } from './result';
import { bytesOf } from './text';

export { folderOf };

const windowsReserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/i;
const forbiddenCharacter = /[<>:"|?*\\\u0000-\u001f\u007f]/;
const longestSegmentInBytes = 255;
const longestPath = 1024;

/** Says why a path below the destination cannot be written on every system, or `undefined` where it can. */
export function findPathProblem(path: string): Problem | undefined {
  if (path === '') return { code: 'path-empty', message: 'A file has an empty path.', path };
  if (path.startsWith('/') || /^[a-zA-Z]:/.test(path))
    return bad(path, 'leaves the destination: it is absolute');
  if (path.length > longestPath) return bad(path, `is longer than ${longestPath} characters`);
  for (const segment of path.split('/')) {
    const reason = segmentFault(segment);
    if (reason !== undefined) return bad(path, reason);
  }
  return undefined;
}

/** Says why one segment of a path is not legal on every system, or `undefined` where it is. */
export function segmentFault(segment: string): string | undefined {
  if (segment === '') return 'has an empty segment';
  if (segment === '.' || segment === '..') return `leaves the destination through "${segment}"`;
  if (segment.includes('/')) return 'has a slash inside a segment';
  if (forbiddenCharacter.test(segment)) return 'has a character that Windows does not allow in a name';
  if (/[. ]$/.test(segment)) return 'has a name that ends in a dot or a blank, which Windows drops';
  if (windowsReserved.test(segment)) return `uses "${segment}", a name that Windows reserves`;
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (segment.length * 3 > longestSegmentInBytes && bytesOf(segment).length > longestSegmentInBytes)
    return 'has a name longer than 255 bytes';
  return undefined;
}

function bad(path: string, reason: string): Problem {
  return {
    code: 'path-refused',
    message: `The target "${path}" ${reason}.`,
    path,
    next: 'Change the answer that is part of the path.',
  };
}

/** Finds paths that are one and the same where case or Unicode form does not count, or where one is a folder of another. */
export function findCollisions(paths: readonly string[]): readonly Problem[] {
  const seen = new Map<string, string>();
  const settled = new Set<string>();
  const problems: Problem[] = [];
  for (const path of [...paths].sort(byCodeUnit)) {
    for (const folder of foldersOf(folderOf(path))) {
      if (settled.has(folder)) continue;
      const other = seen.get(foldCase(folder));
      if (other !== undefined) problems.push(collision(other, path));
      else {
        seen.set(foldCase(folder), folder);
        settled.add(folder);
      }
    }
    const other = seen.get(foldCase(path));
    if (other === undefined) seen.set(foldCase(path), `${path}\0`);
    else problems.push(collision(other, path));
  }
  return problems;
}

function collision(other: string, path: string): Problem {
  const first = other.replace('\0', '');
  return {
    code: 'path-collision',
    message: `The targets "${first}" and "${path}" are the same file, or differ only by case.`,
    path,
    next: 'Change the answers that make the two paths.',
  };
}

/** A path as a file system that ignores case and Unicode form compares it. */
export function foldCase(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Joins a folder and a path below it; an empty folder is the root. */
export function joinPath(folder: string, path: string): string {
  return folder === '' || folder === '.' ? path : `${folder}/${path}`;
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path matches a pattern of `*` (within a segment), `**` (any folders) and `?`. */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchesSegments(pattern.split('/'), path.split('/'));
}

function matchesSegments(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === '**') {
    if (rest.length === 0) return path.length > 0;
    return path.some((_, index) => matchesSegments(rest, path.slice(index)));
  }
  const [first, ...others] = path;
  return first !== undefined && matchesSegment(head, first) && matchesSegments(rest, others);
}

function matchesSegment(pattern: string, name: string): boolean {
  // Greedy with one step back: linear in practice, and no regular expression is made from a template's text.
  let at = 0;
  let star = -1;
  let mark = 0;
  let index = 0;
  while (index < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      mark = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++mark;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
