/** Half-open range of UTF-16 offsets in one sub-document: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 character, as editors count them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open range between two positions of a whole file. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replacement of a span of one sub-document by new text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The span that covers both. */
export function spanOver(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The text with all edits done; throws when two edits overlap, for such a fix would destroy text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < position) throw new Error(`Edits overlap at offset ${edit.span.start}.`);
    result += text.slice(position, edit.span.start) + edit.text;
    position = edit.span.end;
  }
  return result + text.slice(position);
}

/** Insertions at one place as one edit, so that every host puts them in the order given. */
export function joinInsertions(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const { start, end } = edit.span;
    const at =
      start === end ? joined.findIndex(({ span }) => span.start === start && span.end === start) : -1;
    const before = joined[at];
    if (before) joined[at] = { ...before, text: before.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}
