import type { Comment, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';
import { lineEndOf } from '../source-lines';

/** What one reading of the text found beside its tree. */
export interface Findings {
  readonly comments: Comment[];
  readonly problems: SyntaxProblem[];
  readonly masked: Span[];
}

/** Walks through HCL text: blanks, comments, strings and heredocs, and what stands between brackets. */
export class HclScanner implements Findings {
  at: number;
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  readonly masked: Span[] = [];

  constructor(readonly text: string) {
    this.at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  peek(): string {
    return this.text.charAt(this.at);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The match of a sticky expression here, stepped over. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0];
    if (match !== undefined) this.at += match.length;
    return match;
  }

  /** Steps over blanks and comments; over line breaks too, where they mean nothing. */
  skipBlanks(lineBreaks: boolean): void {
    while (!this.isAtEnd) {
      this.take(lineBreaks ? /\s*/y : /[^\S\r\n]*/y);
      if (!this.takeComment()) return;
    }
  }

  problem(message: string, span: Span): void {
    if (this.problems.length < 100) this.problems.push({ message, span });
  }

  /** Steps over a string in double quotes, templates in it included; false where it is not closed. */
  skipString(depth = 0): boolean {
    for (this.at++; !this.isAtEnd; this.at++) {
      const sign = this.peek();
      if (sign === '"') {
        this.at++;
        return true;
      }
      if (sign === '\n') return false;
      if (sign === '\\') this.at++;
      else if ((sign === '$' || sign === '%') && this.text[this.at + 1] === '{') {
        // `$${` stands for the signs themselves.
        if (this.text[this.at - 1] === sign) continue;
        if (!this.skipTemplate(depth)) return false;
      }
    }
    this.at = Math.min(this.at, this.text.length);
    return false;
  }

  /** Steps over a heredoc; gives its text, without the indentation that `<<-` takes away. */
  takeHeredoc(): { readonly text: string; readonly span: Span } | undefined {
    const start = this.at;
    const head = this.take(/<<-?[A-Za-z_][\w-]*[^\S\r\n]*\r?\n/y);
    if (head === undefined) return undefined;
    const name = head.replace(/^<<-?/, '').trim();
    for (let line = this.at; line < this.text.length;) {
      const end = lineEndOf(this.text, line);
      if (this.text.slice(line, end).trim() === name) {
        const lines = this.text.slice(this.at, line);
        this.at = end;
        return { text: head.startsWith('<<-') ? unindented(lines) : lines, span: { start, end } };
      }
      const next = this.text.indexOf('\n', end);
      line = next < 0 ? this.text.length : next + 1;
    }
    this.problem('The heredoc is not closed.', { start, end: lineEndOf(this.text, start) });
    this.at = this.text.length;
    return { text: '', span: { start, end: this.text.length } };
  }

  /** Steps to the sign that ends an expression: one of `ends`, outside brackets and strings. */
  skipExpression(ends: RegExp): void {
    const open: number[] = [];
    while (!this.isAtEnd) {
      const sign = this.peek();
      if (open.length === 0 && ends.test(sign)) return;
      if (sign === '"') {
        const start = this.at;
        if (!this.skipString()) this.problem('The string is not closed.', { start, end: start + 1 });
        continue;
      }
      if (sign === '<' && this.takeHeredoc()) continue;
      if (this.takeComment()) continue;
      if (/[([{]/.test(sign)) open.push(this.at);
      else if (/[)\]}]/.test(sign) && open.pop() === undefined) return;
      this.at++;
    }
    const last = open.pop();
    if (last !== undefined) this.problem('The bracket is not closed.', { start: last, end: last + 1 });
  }

  private takeComment(): boolean {
    const start = this.at;
    const sign = this.peek();
    if (sign !== '#' && sign !== '/') return false;
    const isBlock = this.text.startsWith('/*', start);
    if (!isBlock && sign === '/' && this.text[start + 1] !== '/') return false;
    const close = isBlock ? this.text.indexOf('*/', start + 2) : -1;
    const end = !isBlock ? lineEndOf(this.text, start) : close < 0 ? this.text.length : close + 2;
    if (isBlock && close < 0) this.problem('The comment is not closed.', { start, end: start + 2 });
    const last = this.comments[this.comments.length - 1];
    // An expression that is read twice has its comments once.
    if (!last || last.span.start < start)
      this.comments.push({ text: this.text.slice(start, end), span: { start, end } });
    this.at = end;
    return true;
  }

  /** Steps to the brace that closes a template; it stays for the string's loop to step over. */
  private skipTemplate(depth: number): boolean {
    let open = 0;
    for (this.at++; !this.isAtEnd; this.at++) {
      const sign = this.peek();
      if (sign === '\n') return false;
      if (sign === '{') open++;
      if (sign === '}' && --open === 0) return true;
      if (sign !== '"') continue;
      if (depth > 20 || !this.skipString(depth + 1)) return false;
      this.at--;
    }
    return false;
  }
}

function unindented(text: string): string {
  const lines = text.split('\n');
  const widths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = widths.reduce((least, width) => Math.min(least, width), Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(Math.min(least, line.length))).join('\n');
}
