import type { Scope, ScopeFinder } from './engine/workspace-index';

const marker = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization|Chart\.yaml|(?:docker-)?compose[^/]*\.ya?ml)$/;

/** Scopes by folder: the nearest one above a file that holds a Kustomization, a chart or a Compose file. */
export class FolderScopes implements ScopeFinder {
  readonly whole: Scope;
  private readonly roots = new Set<string>();

  /** `closed`: all files of the folder or workspace are known, not just some that were named. */
  constructor(paths: Iterable<string>, closed: boolean) {
    this.whole = { id: '', closed };
    for (const path of paths) if (marker.test(path)) this.roots.add(folderOf(path));
  }

  scopeOf(path: string): Scope {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (this.roots.has(folder)) return { id: `folder ${folder}`, closed: true };
      if (folder === '') return this.whole;
    }
  }

  /** Whether a file coming or going would change scopes. */
  static isMarker(path: string): boolean {
    return marker.test(path);
  }
}

/** The folder of a relative path; empty for the topmost. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
