import type { RuleInfo } from '../../core';
import { parts } from '../../parts';
import { UsageError, exit } from '../streams';
import { readListOptions } from './list-options';
import { described } from './rules';
import type { Command } from '.';

/** `ai-patterns explain RULE`: why, what to write, and the sources. */
export const explain: Command = {
  async run(argv, { stdout }) {
    const { json, positionals } = readListOptions(argv);
    const [id] = positionals;
    if (id === undefined || positionals.length > 1)
      throw new UsageError('Name one rule, such as kafka/no-unclean-leader-election.');
    const rule = find(id);
    if (!rule) throw new UsageError(`There is no rule "${id}". ${suggestion(id)}`);
    stdout.write(json ? `${JSON.stringify(described(rule))}\n` : text(rule));
    return exit.clean;
  },
};

function find(id: string): RuleInfo | undefined {
  const { registry, crossRules } = parts;
  const all: RuleInfo[] = [...registry.rules.values(), ...crossRules];
  return all.find((rule) => rule.id === id || rule.formerly?.some((former) => former === id));
}

function suggestion(id: string): string {
  const name = id.slice(id.indexOf('/') + 1);
  const words = name.split('-').filter((word) => word.length > 3);
  const near = [...parts.registry.rules.keys()].filter((known) => words.some((word) => known.includes(word)));
  return near.length > 0 ? `Near it: ${near.slice(0, 5).join(', ')}.` : 'ai-patterns rules lists all.';
}

function text(rule: RuleInfo): string {
  const rows = [
    `${rule.id} (${rule.severity}, ${rule.certainty})`,
    '',
    rule.summary,
    '',
    `Why: ${rule.why}`,
    '',
    `What to do: ${rule.remedy}`,
    '',
  ];
  rows.push(
    typeof rule.fix === 'string' ? `Quick fix: ${rule.fix}` : `No quick fix: ${rule.fix.none}`,
    '',
    'Sources:',
  );
  for (const { title, url } of rule.references) rows.push(`  ${title}\n    ${url}`);
  if (rule.equivalents.length > 0) rows.push('', `Other linters: ${rule.equivalents.join(', ')}`);
  return `${rows.join('\n')}\n`;
}
