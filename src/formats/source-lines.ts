import type { Span } from '../core/span';

/** The offset where the line of `offset` begins. */
export function lineStartOf(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset after the line of `offset`, its line break left out. */
export function lineEndOf(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** The whole lines that a span touches, the last line break included. */
export function wholeLines(text: string, span: Span): Span {
  const last = text.indexOf('\n', Math.max(span.start, span.end));
  return { start: lineStartOf(text, span.start), end: last < 0 ? text.length : last + 1 };
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** The blanks that the line of `offset` begins with. */
export function indentOf(text: string, offset: number): string {
  const start = lineStartOf(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** Whether only blanks stand between two offsets. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
