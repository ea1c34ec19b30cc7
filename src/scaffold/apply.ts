import { sameValue } from './canonical';
import type { Disk } from './disk';
import type { Plan, PlannedFile, PreparedPlan } from './plan';
import type { Host } from './preflight';
import { refused, type Problem, type Result } from './result';
import { runTransaction, type Applied } from './transaction';

/**
 * Applies a plan that was shown, by its hash: `prepare` makes the plan anew, and where that gives another hash nothing is
 * written and the problems say what changed.
 */
export async function applyPlan(
  disk: Disk,
  shown: Plan,
  prepare: () => Promise<Result<PreparedPlan>>,
  host: Host = {},
): Promise<Result<Applied>> {
  const prepared = await prepare();
  if (!prepared.ok) return prepared;
  const { plan, changes } = prepared.value;
  if (plan.hash !== shown.hash) return refused(...changedSince(shown, plan));
  const open = plan.files.filter((file) => file.open === true);
  if (open.length > 0) return refused(...open.map(openConflict));
  return runTransaction(disk, labelOf(plan), changes, host);
}

/** A sentence that names what a plan does, for the journal and the undo. */
export function labelOf(plan: Plan): string {
  const names = plan.components.map((component) => `${component.template} ${component.version}`).join(', ');
  return `${plan.kind === 'scaffold' ? 'Scaffold' : 'Update'} ${names}`;
}

function openConflict({ path, conflicts }: PlannedFile): Problem {
  const where = conflicts === undefined ? '' : ` It differs at ${conflicts.join(', ')}.`;
  return {
    code: 'conflict',
    message: `"${path}" exists with other content.${where}`,
    path,
    next: "Keep yours, take the template's, or have both with conflict markers.",
  };
}

function changedSince(shown: Plan, now: Plan): readonly Problem[] {
  const problems: Problem[] = [];
  const changed = (message: string, path?: string): void => {
    const next = 'Look at the new plan and apply that.';
    problems.push({ code: 'plan-stale', message, next, ...(path !== undefined && { path }) });
  };
  for (const component of now.components) {
    const before = shown.components.find((other) => other.id === component.id);
    if (before === undefined) changed(`The plan did not have the component "${component.id}".`);
    else if (before.version !== component.version || before.template !== component.template)
      changed(
        `The template ${before.template} ${before.version} is now ${component.template} ${component.version}.`,
      );
    else if (!sameValue(before, component)) changed(`The answers of "${component.id}" changed.`);
  }
  const old = new Map([...shown.files, ...shown.records].map((file) => [file.path, file]));
  for (const file of [...now.files, ...now.records]) {
    const before = old.get(file.path);
    old.delete(file.path);
    if (before === undefined) changed(`"${file.path}" was not in the plan.`, file.path);
    else if (before.before !== file.before) changed(stateSentence(file, before), file.path);
    else if (!sameValue(before, file))
      changed(`The plan would write other content to "${file.path}".`, file.path);
  }
  for (const path of old.keys()) changed(`"${path}" is no longer part of the plan.`, path);
  if (problems.length === 0) changed('The plan differs from the one that was shown.');
  return problems;
}

function stateSentence(now: PlannedFile, before: PlannedFile): string {
  if (before.before === undefined) return `"${now.path}" exists now.`;
  return now.before === undefined ? `"${now.path}" was deleted.` : `"${now.path}" was edited.`;
}
