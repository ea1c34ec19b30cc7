import { parseArgs } from 'node:util';
import { findUndo, undoLast } from '../../scaffold/undo';
import { confirm } from '../prompts';
import { failWith, openSystem } from '../scaffold-host';
import { UsageError, exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns undo`: takes the last scaffold or update back, unless its files were edited since. */
export const undo: Command = {
  async run(argv, surroundings) {
    const { values } = parseArgs({
      args: [...argv],
      options: { dest: { type: 'string', default: '.' }, yes: { type: 'boolean', default: false } },
    });
    const { disk, host } = await openSystem(values.dest, surroundings);
    const found = await findUndo(disk);
    if (!found.ok) throw failWith(found);
    if (!found.value) throw new UsageError('There is no scaffold to undo.');
    surroundings.stdout.write(`${found.value.label}\n`);
    for (const { path, action } of found.value.files)
      surroundings.stdout.write(`  ${action.padEnd(7)} ${path}\n`);
    if (!values.yes) {
      if (surroundings.stdin.isTTY !== true) throw new UsageError('Add --yes to undo this.');
      if (!(await confirm('Undo this?', surroundings))) return exit.clean;
    }
    const undone = await undoLast(disk, host);
    if (!undone.ok) throw failWith(undone);
    surroundings.stdout.write('Undone.\n');
    return exit.clean;
  },
};
