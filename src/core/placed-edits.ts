import type { Finding, PlacedFix } from './finding';
import { LineIndex } from './line-index';
import { applyEdits } from './span';
import type { Position } from './span';

/** One edit in the places of a whole file. */
export type PlacedEdit = PlacedFix['edits'][number];

/** The edits of as many fixes as do not touch each other, the first ones first; each fix is in it whole or not at all. */
export function compatibleEdits(fixes: Iterable<PlacedFix>): {
  readonly edits: readonly PlacedEdit[];
  readonly count: number;
} {
  const edits: PlacedEdit[] = [];
  let count = 0;
  for (const fix of fixes) {
    if (fix.edits.some((edit) => edits.some((taken) => touches(edit, taken)))) continue;
    edits.push(...fix.edits);
    count++;
  }
  return { edits, count };
}

/** The edits of all safe fixes that go together: what "fix all" does. */
export function safeEdits(findings: Iterable<Finding>): ReturnType<typeof compatibleEdits> {
  return compatibleEdits([...findings].flatMap(({ fix }) => (fix?.safety === 'safe' ? [fix] : [])));
}

/** The text with edits done that stand at places of a whole file. */
export function applyPlacedEdits(text: string, edits: readonly PlacedEdit[]): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range, text: insert }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      text: insert,
    })),
  );
}

function touches(a: PlacedEdit, b: PlacedEdit): boolean {
  return !isBefore(a.range.end, b.range.start) && !isBefore(b.range.end, a.range.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
