import { parseArgs } from 'node:util';
import { applyPlan } from '../../scaffold/apply';
import type { PreparedPlan } from '../../scaffold/plan';
import type { Result } from '../../scaffold/result';
import { isUpToDate, planUpdate } from '../../scaffold/update';
import { appliedText, planJson, planText } from '../plan-text';
import { confirm } from '../prompts';
import { templatesFor } from '../own-templates';
import { failWith, openSystem } from '../scaffold-host';
import { UsageError, exit } from '../streams';
import type { Command } from '.';

/** `ai-patterns update`: brings components to the templates of this version, hunk by hunk. `--check` only tells (exit 1: there is something to do). */
export const update: Command = {
  async run(argv, surroundings) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        dest: { type: 'string', default: '.' },
        check: { type: 'boolean', default: false },
        trust: { type: 'string', multiple: true, default: [] },
        yes: { type: 'boolean', default: false },
        format: { type: 'string', default: 'pretty' },
      },
    });
    const system = await openSystem(values.dest, surroundings);
    const templates = await (await templatesFor(system.root, values.trust, surroundings)).store.all();
    const prepare = (): Promise<Result<PreparedPlan>> => planUpdate(system.disk, { templates }, system.host);
    const prepared = await prepare();
    if (!prepared.ok) throw failWith(prepared);
    const { plan } = prepared.value;
    surroundings.stdout.write(values.format === 'json' ? planJson(plan) : planText(plan));
    if (isUpToDate(prepared.value)) return exit.clean;
    if (values.check) return exit.findings;
    if (!values.yes) {
      if (surroundings.stdin.isTTY !== true)
        throw new UsageError('Add --yes to write these changes, or --check to only see them.');
      if (!(await confirm('Write these changes?', surroundings))) return exit.clean;
    }
    const applied = await applyPlan(system.disk, plan, prepare, system.host);
    if (!applied.ok) throw failWith(applied);
    const conflicts = plan.files.filter(({ action }) => action === 'conflict');
    for (const { path } of conflicts)
      surroundings.stderr.write(`Conflict markers in ${path}: settle them before the next update.\n`);
    surroundings.stdout.write(appliedText(plan));
    return conflicts.length > 0 ? exit.findings : exit.clean;
  },
};
