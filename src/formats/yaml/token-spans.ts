import type { Comment, Span, TreeNode } from '../../core';

/** The content of a block scalar, from the line below its header to its last character that is no white space. */
export function blockScalarSpan(text: string, contentStart: number, contentEnd: number): Span {
  let at = Math.min(contentStart, text.length) - 1;
  while (at >= 0 && /\s/.test(text.charAt(at))) at--;
  const newline = text.indexOf('\n', Math.max(at, 0));
  const start = newline < 0 ? contentStart : newline + 1;
  let end = contentEnd;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end: Math.max(start, end) };
}

/** The offset just after the bracket that closes a flow collection, looking from the end of its last child. */
export function flowEnd(text: string, from: number, close: '}' | ']'): number {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === close) return at + 1;
    if (character === '#' && /\s/.test(text.charAt(at - 1))) {
      const newline = text.indexOf('\n', at);
      if (newline < 0) break;
      at = newline;
    }
  }
  return Math.min(from, text.length);
}

/** The place of an empty value: after the colon that follows its key, or after the key where none does. */
export function afterColon(text: string, keyEnd: number): Span {
  const colon = /^\s*:/.exec(text.slice(keyEnd, keyEnd + 200));
  const at = keyEnd + (colon?.[0].length ?? 0);
  return { start: at, end: at };
}

/** The place of an empty list item: after the next dash. */
export function afterDash(text: string, from: number): Span {
  const dash = text.indexOf('-', from);
  const at = dash < 0 ? from : dash + 1;
  return { start: at, end: at };
}

/** Whether a node is a value that is not there: `key:` and no more. */
export function isEmptyScalar(node: TreeNode | undefined): boolean {
  return node?.type === 'scalar' && node.style === 'plain' && node.span.start === node.span.end;
}

/** Comments of YAML text: `#` at a line's start or after white space, outside quotes and block scalars. */
export function yamlComments(text: string): Comment[] {
  const comments: Comment[] = [];
  const blocks = new BlockScalars();
  let quote = '';
  let lineStart = 0;
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(lineStart, lineEnd);
    if (quote !== '' || !blocks.swallow(line)) {
      const found = scanLine(line, quote);
      quote = found.quote;
      if (found.comment >= 0) {
        const start = lineStart + found.comment;
        const end = lineStart + line.trimEnd().length;
        comments.push({ text: text.slice(start, end), span: { start, end } });
      }
      if (quote === '') blocks.begin(found.comment >= 0 ? line.slice(0, found.comment) : line);
    }
    lineStart = lineEnd + 1;
  }
  return comments;
}

/** Follows block scalars by indentation. */
class BlockScalars {
  private indent = -1;

  begin(line: string): void {
    if (!/(?:^|[\s:-])[|>][-+\d]{0,2}\s*$/.test(line)) return;
    const leading = /^[\s-]*/.exec(line)?.[0] ?? '';
    // The content is indented deeper than the key, which may itself follow list dashes.
    this.indent =
      line.trimStart().startsWith('- ') && !line.includes(':') ? leading.lastIndexOf('-') : leading.length;
  }

  swallow(line: string): boolean {
    if (this.indent < 0) return false;
    if (line.trim() === '') return true;
    const depth = line.length - line.trimStart().length;
    if (depth > this.indent) return true;
    this.indent = -1;
    return false;
  }
}

function scanLine(line: string, openQuote: string): { comment: number; quote: string } {
  let quote = openQuote;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote !== '') {
      if (quote === '"' && character === '\\') at++;
      else if (character === quote) {
        if (quote === "'" && line.charAt(at + 1) === "'") at++;
        else quote = '';
      }
    } else if (character === '#' && (at === 0 || /\s/.test(line.charAt(at - 1)))) {
      return { comment: at, quote };
    } else if ((character === '"' || character === "'") && opensQuote(line, at)) {
      quote = character;
    }
  }
  return { comment: -1, quote };
}

function opensQuote(line: string, at: number): boolean {
  return (
    /(?:^|[:,[{\s-])\s*$/.test(line.slice(0, at)) &&
    !/\w\s+$/.test(line.slice(0, at).replace(/^\s*(?:- )*/, ''))
  );
}
