import type { Span } from '../../core/span';

/** Pieces of a source read as one text, which still knows where each character stands. */
export class LogicalText {
  readonly text: string;
  private readonly starts: number[] = [];

  constructor(
    source: string,
    private readonly pieces: readonly Span[],
  ) {
    let text = '';
    for (const piece of pieces) {
      this.starts.push(text.length);
      text += source.slice(piece.start, piece.end);
    }
    this.text = text;
  }

  /** The span in the source, what was left out between included. */
  sourceSpan({ start, end }: Span): Span {
    const from = this.sourceOffset(start);
    return { start: from, end: end > start ? this.sourceOffset(end - 1) + 1 : from };
  }

  private sourceOffset(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    return piece ? Math.min(piece.start + offset - (this.starts[low] ?? 0), piece.end) : 0;
  }
}
