import type { Comment, DocumentModel } from './document';
import type { Span } from './span';

/** Which line a comment speaks of. */
export type CommentTarget = 'next' | 'line' | 'line-or-next';

/** The text that a comment speaks of: its own line, or the next one that is neither empty nor a comment. */
export function targetOf(
  { text, format }: Pick<DocumentModel, 'text' | 'format'>,
  comment: Comment,
  where: CommentTarget,
): Span {
  const lineStart = text.lastIndexOf('\n', comment.span.start - 1) + 1;
  const ownLine = text.slice(lineStart, comment.span.start).trim() === '';
  if (where === 'line' || (where === 'line-or-next' && !ownLine)) {
    return { start: lineStart, end: lineEnd(text, comment.span.end) };
  }
  let start = lineEnd(text, comment.span.end) + 1;
  while (start < text.length && /^\s*(?:#|\/\/|--|!|$)/.test(text.slice(start, lineEnd(text, start)))) {
    start = lineEnd(text, start) + 1;
  }
  let end = lineEnd(text, start);
  // An instruction of a Dockerfile goes on over continued lines.
  while (format === 'dockerfile' && end < text.length && /\\\s*$/.test(text.slice(start, end))) {
    end = lineEnd(text, end + 1);
  }
  return { start, end };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
