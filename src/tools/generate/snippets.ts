import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { writeLibrary } from '../../snippets/library';
import { libraryExtension } from '../../snippets/snippet';
import type { Snippet } from '../../snippets/snippet';
import { readSource } from './snippet-source';
import type { SourceSnippet } from './snippet-source';

/** The sources of the snippet library, by the name of their technology. */
export function snippetSources(root: string): ReadonlyMap<string, readonly SourceSnippet[]> {
  const folder = path.join(root, 'snippets');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return new Map(
    names.map((name) => {
      try {
        return [path.basename(name, '.yaml'), readSource(readFileSync(path.join(folder, name), 'utf8'))];
      } catch (error) {
        throw new Error(`snippets/${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}

/** What VS Code and the extension read of the library: one file for each technology, made from its source. */
export function snippetFiles(root: string): Map<string, string> {
  return new Map(
    [...snippetSources(root)].map(([technology, snippets]) => [
      `snippets/${technology}${libraryExtension}`,
      writeLibrary(snippets.map(shipped)),
    ]),
  );
}

const testKeys: ReadonlySet<string> = new Set<Exclude<keyof SourceSnippet, keyof Snippet>>([
  'host',
  'allows',
]);

/** A snippet without what only its tests need. */
export function shipped(source: SourceSnippet): Snippet {
  // The keys left out are those that a source has beyond a snippet, so the rest is a snippet.
  return Object.fromEntries(
    Object.entries(source).filter(([key]) => !testKeys.has(key)),
  ) as unknown as Snippet;
}
