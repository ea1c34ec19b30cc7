import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { applyEdits } from '../core';
import type { Edit } from '../core';
import type { CheckedFinding } from './check-files';
import { LineIndexOf } from './line-offsets';

/** Does all safe fixes that do not touch each other; returns how many. Each file is written whole, or not at all. */
export async function applySafeFixes(findings: readonly CheckedFinding[]): Promise<number> {
  const byFile = new Map<string, CheckedFinding[]>();
  for (const finding of findings) {
    if (finding.fix?.safety !== 'safe') continue;
    byFile.set(finding.absolutePath, [...(byFile.get(finding.absolutePath) ?? []), finding]);
  }
  let fixed = 0;
  for (const [file, list] of byFile) {
    const text = readFileSync(file, 'utf8');
    const { edits, count } = compatibleEdits(text, list);
    if (count === 0) continue;
    const temporary = `${file}.ai-patterns-tmp`;
    writeFileSync(temporary, applyEdits(text, edits), { mode: statSync(file).mode });
    renameSync(temporary, file);
    fixed += count;
  }
  return fixed;
}

/** The edits of as many fixes as go together; a fix is done whole or not at all. */
function compatibleEdits(
  text: string,
  findings: readonly CheckedFinding[],
): { edits: Edit[]; count: number } {
  const lines = new LineIndexOf(text);
  const edits: Edit[] = [];
  let count = 0;
  for (const { fix } of findings) {
    const own = (fix?.edits ?? []).map(({ range, text: insert }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      text: insert,
    }));
    const free = own.every((edit) =>
      edits.every((taken) => edit.span.end < taken.span.start || taken.span.end < edit.span.start),
    );
    if (!free) continue;
    edits.push(...own);
    count++;
  }
  return { edits, count };
}
