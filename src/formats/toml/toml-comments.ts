import type { Comment } from '../../core/document';

/** Comments outside strings; half-typed strings end with their line. */
export function findTomlComments(text: string): Comment[] {
  const comments: Comment[] = [];
  const token =
    /"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""|'''(?:[^']|'(?!''))*'''|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|#[^\r\n]*/g;
  if (!text.includes('#')) return comments;
  for (const found of text.matchAll(token)) {
    const [written] = found;
    if (!written.startsWith('#')) continue;
    comments.push({ text: written, span: { start: found.index, end: found.index + written.length } });
  }
  return comments;
}
