import { parseArgs } from 'node:util';
import { FILE_HEADERS_ONLY, createTwoFilesPatch } from 'diff';
import { projectOf } from '../check-files';
import { collectFiles } from '../collect-files';
import { migrateText } from '../migrate-text';
import type { MigratedText } from '../migrate-text';
import { confirm } from '../prompts';
import { replaceFile } from '../replace-file';
import { UsageError, exit } from '../streams';
import type { Surroundings } from '../streams';
import type { Command } from '.';

interface Migrated extends MigratedText {
  readonly absolutePath: string;
  readonly shownPath: string;
}

/**
 * `ai-patterns migrate FILE…`: rewrites retired spellings as today's: API versions, renamed settings, ids of our own
 * rules. Exit code 1 says that something is left to do by hand.
 */
export const migrate: Command = {
  async run(argv, surroundings) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UsageError('Name a file to migrate.');
    const { files, failed } = await readFiles(positionals, surroundings);
    const changed = files.filter(({ before, after }) => before !== after);
    for (const file of changed) surroundings.stdout.write(patchOf(file));
    const left = files.flatMap((file) => file.left.map((finding) => ({ ...finding, path: file.shownPath })));
    for (const { path, range, message, rule } of left)
      surroundings.stdout.write(
        `left to do by hand: ${path}:${range.start.line + 1}: ${message} (${rule})\n`,
      );
    if (changed.length === 0 && left.length === 0) surroundings.stdout.write('Nothing to migrate.\n');
    if (changed.length > 0 && !values['dry-run']) {
      if (!(await mayWrite(values.yes, surroundings))) return exit.clean;
      for (const { absolutePath, after } of changed) replaceFile(absolutePath, after);
      surroundings.stdout.write(`Migrated ${changed.length} ${changed.length === 1 ? 'file' : 'files'}.\n`);
    }
    if (failed) return exit.misuse;
    return left.length > 0 ? exit.findings : exit.clean;
  },
};

async function readFiles(
  named: readonly string[],
  surroundings: Surroundings,
): Promise<{ readonly files: readonly Migrated[]; readonly failed: boolean }> {
  const collected = await collectFiles(named, undefined, surroundings.cwd);
  const { today } = surroundings;
  const options = { today, rules: 'all', noSuppressions: false, noConfig: false } as const;
  const { project, errors } = await projectOf(collected, options, surroundings);
  for (const { path, message } of errors) surroundings.stderr.write(`ai-patterns: ${path}: ${message}\n`);
  const files = collected.files.flatMap(({ path, absolutePath, shownPath }) => {
    const migrated = migrateText(project, path);
    return migrated ? [{ ...migrated, absolutePath, shownPath }] : [];
  });
  return { files, failed: errors.length > 0 };
}

function patchOf({ shownPath, before, after }: Migrated): string {
  const names = [`a/${shownPath}`, `b/${shownPath}`] as const;
  return createTwoFilesPatch(...names, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

async function mayWrite(yes: boolean, surroundings: Surroundings): Promise<boolean> {
  if (yes) return true;
  if (surroundings.stdin.isTTY !== true)
    throw new UsageError('Add --yes to write these changes, or --dry-run to only see them.');
  return confirm('Write these changes?', surroundings);
}
