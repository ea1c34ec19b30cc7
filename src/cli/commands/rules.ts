import type { RuleInfo } from '../../core';
import { parts } from '../../parts';
import { UsageError, exit } from '../streams';
import { readListOptions } from './list-options';
import { testRules } from './rules-test';
import type { Command } from '.';

/** `ai-patterns rules`: every rule, as a list or as the contract's JSON; `rules test DIR`: plays a team's cases. */
export const rules: Command = {
  async run(argv, surroundings) {
    if (argv[0] === 'test') return testRules(argv.slice(1), surroundings);
    const { stdout } = surroundings;
    const { json, positionals } = readListOptions(argv);
    if (positionals.length > 0) throw new UsageError(`"rules" does not take "${positionals.join(' ')}".`);
    const all = [...parts.registry.rules.values(), ...parts.crossRules].map(described);
    if (json) {
      stdout.write(`${JSON.stringify({ rules: all })}\n`);
      return exit.clean;
    }
    const widest = Math.max(...all.map(({ id }) => id.length));
    for (const { id, severity, certainty, summary } of all) {
      const level = certainty === 'opinion' ? 'off' : severity;
      stdout.write(`${id.padEnd(widest)}  ${level.padEnd(7)}  ${summary}\n`);
    }
    stdout.write(`${all.length} rules; "off" are opinions, which --rules all runs.\n`);
    return exit.clean;
  },
};

/** What the contract's JSON says of a rule. */
export function described(rule: RuleInfo): {
  readonly id: string;
  readonly technology: string;
  readonly kinds: readonly string[];
  readonly severity: string;
  readonly certainty: string;
  readonly fix: string | null;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
  readonly references: RuleInfo['references'];
  readonly catalogue: readonly string[];
  readonly equivalents: readonly string[];
} {
  const looksAt = parts.registry.rules.get(rule.id)?.looksAt ?? [];
  return {
    id: rule.id,
    technology: rule.id.slice(0, rule.id.indexOf('/')),
    kinds: [...new Set(looksAt.map(({ view }) => view))],
    severity: rule.severity,
    certainty: rule.certainty,
    fix: typeof rule.fix === 'string' ? rule.fix : null,
    summary: rule.summary,
    why: rule.why,
    remedy: rule.remedy,
    references: rule.references,
    catalogue: rule.catalogue,
    equivalents: rule.equivalents,
  };
}
