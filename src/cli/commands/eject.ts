import { parseArgs } from 'node:util';
import path from 'node:path';
import { planEject } from '../../scaffold/eject';
import { runTransaction } from '../../scaffold/transaction';
import { failWith, openSystem } from '../scaffold-host';
import { UsageError, exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns eject FILE`: makes a scaffolded file the user's own; updates leave it alone from then on. */
export const eject: Command = {
  async run(argv, surroundings) {
    const { positionals } = parseArgs({ args: [...argv], allowPositionals: true });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Name one file.');
    const system = await openSystem(path.dirname(file), surroundings);
    const target = path.relative(system.root, path.resolve(surroundings.cwd, file)).split(path.sep).join('/');
    const planned = await planEject(system.disk, target);
    if (!planned.ok) throw failWith(planned);
    const done = await runTransaction(system.disk, `Eject ${target}`, planned.value, system.host);
    if (!done.ok) throw failWith(done);
    surroundings.stdout.write(`${target} is yours now; updates leave it alone.\n`);
    return exit.clean;
  },
};
