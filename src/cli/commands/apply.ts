import { parseArgs } from 'node:util';
import { applyPlan } from '../../scaffold/apply';
import { parsePlan, requestOfPlan } from '../../scaffold/plan-json';
import { planScaffold } from '../../scaffold/plan';
import { planUpdate } from '../../scaffold/update';
import { appliedText } from '../plan-text';
import { templatesFor } from '../own-templates';
import { failWith, openSystem, readNamedFile } from '../scaffold-host';
import { UsageError, exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns apply PLAN.json`: does exactly the plan that was shown, or refuses and says what changed. */
export const apply: Command = {
  async run(argv, surroundings) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        dest: { type: 'string', default: '.' },
        trust: { type: 'string', multiple: true, default: [] },
      },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Name the file of one plan.');
    const parsed = parsePlan(readNamedFile(file, surroundings));
    if (!parsed.ok) throw failWith(parsed);
    const plan = parsed.value;
    const system = await openSystem(values.dest, surroundings);
    const templates = await (await templatesFor(system.root, values.trust, surroundings)).store.all();
    const applied = await applyPlan(
      system.disk,
      plan,
      async () => {
        if (plan.kind === 'update') {
          return planUpdate(
            system.disk,
            {
              templates,
              components: plan.components.map(({ id }) => id),
              ...(plan.exclude !== undefined && { exclude: plan.exclude }),
            },
            system.host,
          );
        }
        const request = requestOfPlan(plan, templates);
        return request.ok ? planScaffold(system.disk, request.value, system.host) : request;
      },
      system.host,
    );
    if (!applied.ok) throw failWith(applied);
    surroundings.stdout.write(appliedText(plan));
    return exit.clean;
  },
};
