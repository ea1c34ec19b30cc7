import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readLibrary } from '../../snippets/library';

/** Pattern, first prefix and description of every snippet of the library. */
export function snippetsIn(
  root: string,
): { readonly pattern: string; readonly prefix: string; readonly description: string }[] {
  const folder = path.join(root, 'snippets');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.code-snippets') || file.endsWith('.json'))
    .sort()
    .flatMap((file) => readLibrary(readFileSync(path.join(folder, file), 'utf8')))
    .map(({ pattern, prefix, description }) => ({ pattern, prefix, description }));
}
