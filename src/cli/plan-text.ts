import type { Plan } from '../scaffold/plan';
import { isFinding } from './shown-finding';

/** A plan as the contract's JSON; it is also what `apply` takes. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify(plan)}\n`;
}

/** A plan for people: what is written where, how it is wired, what the rules say. */
export function planText(plan: Plan): string {
  const rows: string[] = [];
  for (const { id, template, version } of plan.components) rows.push(`${template} ${version} as "${id}"`);
  for (const { path, action, open } of plan.files)
    rows.push(`  ${action.padEnd(9)} ${path}${open ? '  (settle this first)' : ''}`);
  for (const { from, to, name } of plan.wiring)
    rows.push(`  wired     ${from ?? 'nothing'} -> ${to}${name === undefined ? '' : ` (${name})`}`);
  for (const finding of plan.findings.filter(isFinding)) {
    rows.push(
      `  finding   ${finding.path}:${finding.range.start.line + 1} ${finding.message} (${finding.rule})`,
    );
  }
  const counts = countActions(plan);
  rows.push(`${counts || 'Nothing to do'}. Plan ${plan.hash.slice(0, 12)}.`);
  return `${rows.join('\n')}\n`;
}

/** What was done, and what to do next. */
export function appliedText(plan: Plan): string {
  const rows = ['Done. "ai-patterns undo" takes it back.'];
  for (const step of plan.next) rows.push(`Next: ${step}`);
  return `${rows.join('\n')}\n`;
}

function countActions(plan: Plan): string {
  const counts = new Map<string, number>();
  for (const { action } of plan.files) counts.set(action, (counts.get(action) ?? 0) + 1);
  return [...counts].map(([action, count]) => `${count} to ${words[action] ?? action}`).join(', ');
}

const words: Readonly<Record<string, string>> = {
  unchanged: 'leave as they are',
  conflict: 'settle',
};
