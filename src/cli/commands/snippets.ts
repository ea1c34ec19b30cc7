import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readLibrary } from '../../snippets/library';
import { libraryExtension } from '../../snippets/snippet';
import type { Snippet } from '../../snippets/snippet';
import { UsageError, exit } from '../streams';
import { readListOptions } from './list-options';
import type { Command } from '.';

/** `ai-patterns snippets`: the library, with bodies in the JSON. */
export const snippets: Command = {
  async run(argv, { stdout }) {
    const { json, positionals } = readListOptions(argv);
    if (positionals.length > 0) throw new UsageError(`"snippets" does not take "${positionals.join(' ')}".`);
    const all = shippedSnippets();
    if (json) {
      stdout.write(`${JSON.stringify({ snippets: all })}\n`);
      return exit.clean;
    }
    const widest = Math.max(...all.map(({ prefix }) => prefix.length));
    for (const { prefix, title, description } of all)
      stdout.write(`${prefix.padEnd(widest)}  ${title}: ${description}\n`);
    stdout.write(
      `${all.length} snippets; in an editor, type a prefix or run "AI Patterns: Insert Snippet…".\n`,
    );
    return exit.clean;
  },
};

/** The shipped files, which lie beside the folder of the built program. */
function shippedSnippets(): readonly Snippet[] {
  const folder = path.join(__dirname, '..', 'snippets');
  const files = readdirSync(folder).filter((name) => name.endsWith(libraryExtension));
  return files.sort().flatMap((name) => readLibrary(readFileSync(path.join(folder, name), 'utf8')));
}
