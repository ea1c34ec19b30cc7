import { readFileSync } from 'node:fs';
import { applyPlacedEdits, safeEdits } from '../core';
import type { CheckedFinding } from './check-files';
import { replaceFile } from './replace-file';

/** Does all safe fixes that do not touch each other; returns how many. Each file is written whole, or not at all. */
export function applySafeFixes(findings: readonly CheckedFinding[]): number {
  const byFile = new Map<string, CheckedFinding[]>();
  for (const finding of findings)
    byFile.set(finding.absolutePath, [...(byFile.get(finding.absolutePath) ?? []), finding]);
  let fixed = 0;
  for (const [file, list] of byFile) {
    const { edits, count } = safeEdits(list);
    if (count === 0) continue;
    replaceFile(file, applyPlacedEdits(readFileSync(file, 'utf8'), edits));
    fixed += count;
  }
  return fixed;
}
