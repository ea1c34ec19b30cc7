import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckedFinding } from './check-files';
import { UsageError } from './streams';
import type { Surroundings } from './streams';

/** A known finding: lines move, so it is known by what it says. */
interface Known {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly count: number;
}

/** Findings that the baseline does not know. Where the file is not there yet, it is written and nothing is new. */
export function applyBaseline(
  file: string,
  findings: readonly CheckedFinding[],
  surroundings: Surroundings,
): readonly CheckedFinding[] {
  const target = path.resolve(surroundings.cwd, file);
  if (!existsSync(target)) {
    const known = [...count(findings).values()];
    writeFileSync(target, `${JSON.stringify({ version: 1, findings: known }, null, 2)}\n`);
    surroundings.stderr.write(
      `Wrote a baseline of ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} to ${file}.\n`,
    );
    return [];
  }
  const left = new Map(read(target).map((known) => [keyOf(known), known.count]));
  return findings.filter((finding) => {
    const key = keyOf(finding);
    const open = left.get(key) ?? 0;
    if (open > 0) left.set(key, open - 1);
    return open <= 0;
  });
}

function count(findings: readonly CheckedFinding[]): Map<string, Known> {
  const counted = new Map<string, Known>();
  for (const { rule, path: place, message } of findings) {
    const key = keyOf({ rule, path: place, message });
    counted.set(key, { rule, path: place, message, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return counted;
}

function keyOf({ rule, path: place, message }: { rule: string; path: string; message: string }): string {
  return `${rule}\n${place}\n${message}`;
}

function read(file: string): Known[] {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isBaseline(parsed)) return parsed.findings;
  } catch {
    // Told below, with the file's name.
  }
  throw new UsageError(`"${file}" is no baseline. Delete it to have a new one written.`);
}

function isBaseline(value: unknown): value is { findings: Known[] } {
  if (typeof value !== 'object' || value === null || !('findings' in value) || !Array.isArray(value.findings))
    return false;
  return value.findings.every(
    (each: unknown) => typeof each === 'object' && each !== null && 'rule' in each && 'count' in each,
  );
}
