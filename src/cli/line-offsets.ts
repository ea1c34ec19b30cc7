import type { Position } from '../core';

/** Offsets of positions in one text. */
export class LineIndexOf {
  private readonly starts: number[] = [0];
  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  offset({ line, character }: Position): number {
    return (this.starts[line] ?? 0) + character;
  }
}
