import type { Comment } from '../../core/document';
import type { Span } from '../../core/span';
import { lineEndOf } from '../source-lines';

/** A line with those that continue it; backslashes and line breaks are blanks, so that offsets stay true. */
export interface RequirementLine {
  readonly text: string;
  readonly span: Span;
}

/** The lines of a requirements file that say something, and its comments. */
export function readLogicalLines(text: string): { lines: RequirementLine[]; comments: Comment[] } {
  const lines: RequirementLine[] = [];
  const comments: Comment[] = [];
  let parts: string[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let at = start; at < text.length;) {
    const end = lineEndOf(text, at);
    const line = text.slice(at, end);
    const next = text.indexOf('\n', end);
    const after = next < 0 ? text.length : next + 1;
    const hash = /(?:^|\s)#/.exec(line);
    if (hash) {
      const commentStart = at + hash.index + hash[0].length - 1;
      comments.push({ text: text.slice(commentStart, end), span: { start: commentStart, end } });
    }
    const said = hash ? line.slice(0, hash.index) : line;
    const continues = said.endsWith('\\') && !hash;
    const body = continues ? said.slice(0, -1) : said;
    parts.push(body, ' '.repeat(after - at - body.length));
    at = after;
    if (continues && at < text.length) continue;
    addLine(parts.join(''), start, lines);
    parts = [];
    start = at;
  }
  return { lines, comments };
}

function addLine(joined: string, start: number, lines: RequirementLine[]): void {
  const said = joined.trim();
  if (said === '') return;
  const from = start + joined.indexOf(said);
  lines.push({ text: said, span: { start: from, end: from + said.length } });
}
