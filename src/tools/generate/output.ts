import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files by path relative to the repository, with their texts. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Writes what differs, or only tells it (`check`); returns the paths that differed. */
export function writeGenerated(
  root: string,
  files: GeneratedFiles,
  { check }: { readonly check: boolean },
): string[] {
  const changed: string[] = [];
  for (const [file, text] of files) {
    const target = path.join(root, file);
    if (readIfThere(target) === text) continue;
    changed.push(file);
    if (check) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return changed;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
