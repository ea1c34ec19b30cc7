import type { Position } from './span';

/** Line starts of one text, to turn offsets into positions and back. */
export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** The position of an offset; `firstLine` is added to its line. */
  position(offset: number, firstLine = 0): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, character: offset - (this.starts[low] ?? 0) };
  }

  /** The offset of a position; what lies behind the end is the end. */
  offset({ line, character }: Position): number {
    return Math.min((this.starts[line] ?? this.length) + character, this.length);
  }
}
