import type { Position } from './span';

/** A change as editors tell it: the range in the text before, and what stands there now. */
export interface TextChange {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** One sub-document's text. Its identity changes when its text does, so results can be kept by it. */
export class Slice {
  readonly lineCount: number;
  constructor(readonly text: string) {
    this.lineCount = countNewlines(text);
  }
}

/** Which slices a change replaced, and, when it stayed within one, where in it. */
export interface SliceChange {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
  readonly inside: { readonly start: number; readonly end: number; readonly delta: number } | undefined;
}

/**
 * A file's text as sub-documents, each a string of its own, so that an edit touches only its own part and the
 * whole text is never joined while typing.
 */
export class TextSlices {
  private list: Slice[];

  constructor(
    text: string,
    private readonly multiDocument: boolean,
  ) {
    this.list = this.cut(text);
  }

  get slices(): readonly Slice[] {
    return this.list;
  }

  /** The whole text; costs a join, not for use on each keystroke. */
  text(): string {
    return this.list.map((slice) => slice.text).join('');
  }

  /** Does one change; slices that it does not touch stay the same objects. */
  apply(change: TextChange): SliceChange {
    const from = this.locate(change.start);
    const to = this.locate(change.end);
    let first = from.index;
    let head = this.at(from.index).text.slice(0, from.offset);
    const tail = this.at(to.index).text.slice(to.offset);
    let joined = head + change.text + tail;
    // Without its separator a sub-document belongs to the one before; a break may also be typed at the very end.
    while (first > 0 && !startsWithSeparator(joined)) {
      first--;
      head = this.at(first).text;
      joined = head + joined;
    }
    let last = to.index;
    if (!joined.endsWith('\n') && last + 1 < this.list.length) {
      last++;
      joined += this.at(last).text;
    }
    const added = this.cut(joined);
    const removed = last - first + 1;
    this.list.splice(first, removed, ...added);
    const within = removed === 1 && added.length === 1;
    const inside = {
      start: from.offset,
      end: to.offset,
      delta: change.text.length - (to.offset - from.offset),
    };
    return { first, removed, added: added.length, inside: within ? inside : undefined };
  }

  private at(index: number): Slice {
    const slice = this.list[index];
    if (!slice) throw new Error(`There is no sub-document ${index}.`);
    return slice;
  }

  private locate(position: Position): { index: number; offset: number } {
    let line = position.line;
    const lastIndex = this.list.length - 1;
    for (let index = 0; index < lastIndex; index++) {
      const { lineCount, text } = this.at(index);
      if (line < lineCount) return { index, offset: offsetAt(text, line, position.character) };
      line -= lineCount;
    }
    return { index: lastIndex, offset: offsetAt(this.at(lastIndex).text, line, position.character) };
  }

  private cut(text: string): Slice[] {
    if (!this.multiDocument) return [new Slice(text)];
    const slices: Slice[] = [];
    let start = 0;
    for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 1)) {
      if (!startsWithSeparator(text, at + 1)) continue;
      slices.push(new Slice(text.slice(start, at + 1)));
      start = at + 1;
    }
    slices.push(new Slice(start === 0 ? text : text.slice(start)));
    return slices;
  }
}

function startsWithSeparator(text: string, at = 0): boolean {
  if (!text.startsWith('---', at)) return false;
  const next = text.charCodeAt(at + 3);
  return Number.isNaN(next) || next === 10 || next === 13 || next === 32 || next === 9;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function offsetAt(text: string, line: number, character: number): number {
  let start = 0;
  for (let left = line; left > 0; left--) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + character, text.length);
}
