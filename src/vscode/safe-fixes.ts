import type { Finding, PlacedFix, Position } from '../core';

type PlacedEdit = PlacedFix['edits'][number];

/** The edits of all safe fixes that do not touch each other; each fix is in it whole or not at all. */
export function safeEdits(findings: readonly Finding[]): {
  readonly edits: readonly PlacedEdit[];
  readonly count: number;
} {
  const edits: PlacedEdit[] = [];
  let count = 0;
  for (const { fix } of findings) {
    if (fix?.safety !== 'safe') continue;
    if (fix.edits.some((edit) => edits.some((taken) => touches(edit, taken)))) continue;
    edits.push(...fix.edits);
    count++;
  }
  return { edits, count };
}

function touches(a: PlacedEdit, b: PlacedEdit): boolean {
  return !isBefore(a.range.end, b.range.start) && !isBefore(b.range.end, a.range.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
