import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { verifyFolder } from './places';
import { isMapping, textAt, textsAt } from './plain-data';

/** Who can have a finding in what a template writes. */
export const scanners = ['ai-patterns', 'checkov', 'cfn-lint', 'actionlint', 'zizmor'] as const;

/** Name of a tool in the list. */
export type Scanner = (typeof scanners)[number];

/** Findings that stay, and why. */
export interface Accepted {
  readonly reason: string;
  readonly findings: Readonly<Record<Scanner, readonly string[]>>;
}

/** The list in `accepted-findings.yaml`. */
export function acceptedFindings(): readonly Accepted[] {
  const read: unknown = parse(readFileSync(join(verifyFolder, 'accepted-findings.yaml'), 'utf8'));
  const entries: unknown = isMapping(read) ? read['accepted'] : undefined;
  if (!Array.isArray(entries)) throw new Error('accepted-findings.yaml: accepted is no list.');
  return entries.map((entry: unknown) => ({
    reason: textAt(entry, 'reason') ?? '',
    findings: {
      'ai-patterns': textsAt(entry, 'ai-patterns'),
      checkov: textsAt(entry, 'checkov'),
      'cfn-lint': textsAt(entry, 'cfn-lint'),
      actionlint: textsAt(entry, 'actionlint'),
      zizmor: textsAt(entry, 'zizmor'),
    },
  }));
}

/** What is accepted of one tool. */
export function acceptedOf(scanner: Scanner): readonly string[] {
  return acceptedFindings()
    .flatMap(({ findings }) => findings[scanner])
    .sort();
}

/** The list for the README. */
export function acceptedTable(): string {
  const lines = acceptedFindings().map(({ reason, findings }) => {
    const named = scanners.flatMap((scanner) => findings[scanner].map((id) => `${scanner}: ${id}`));
    return `| ${named.join(', ')} | ${reason} |`;
  });
  return ['| finding that stays | reason |', '|---|---|', ...lines, ''].join('\n');
}
