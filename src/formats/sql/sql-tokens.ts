import type { Comment, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';

/** One token; `word` is an unquoted name, keyword or number. */
export interface SqlToken {
  readonly kind: 'word' | 'identifier' | 'string' | 'symbol' | 'template';
  /** Quotes taken off. */
  readonly text: string;
  /** Upper case for words, empty for all that cannot be a keyword. */
  readonly keyword: string;
  readonly span: Span;
}

/** The tokens of a text, and what stands between them. */
export interface SqlTokens {
  readonly tokens: readonly SqlToken[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /** What Jinja and the like fill in, and what is half typed. */
  readonly templates: readonly Span[];
}

/** Cuts SQL of any dialect into tokens. */
export function readTokens(text: string): SqlTokens {
  return new TokenReader(text).read();
}

const plainToken = /[\p{L}\p{N}_$]+|=>|<=|>=|<>|!=|::|\|\||[^\s]/uy;
const templates: readonly (readonly [string, string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['${', '}'],
];

class TokenReader {
  private readonly tokens: SqlToken[] = [];
  private readonly comments: Comment[] = [];
  private readonly problems: SyntaxProblem[] = [];
  private readonly templates: Span[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  read(): SqlTokens {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    while (this.at < this.text.length) this.readNext();
    return {
      tokens: this.tokens,
      comments: this.comments,
      problems: this.problems,
      templates: this.templates,
    };
  }

  private readNext(): void {
    const { text, at } = this;
    const character = text.charAt(at);
    if (character.trim() === '') this.at++;
    else if (text.startsWith('--', at)) this.readComment('\n', 0);
    else if (text.startsWith('/*', at)) this.readComment('*/', 2);
    else if (text.startsWith('{#', at)) this.readComment('#}', 2);
    else if (character === "'") this.readQuoted("'", 'string');
    else if (character === '"' || character === '`') this.readQuoted(character, 'identifier');
    else if (!this.readTemplate() && !this.readDollarQuoted()) this.readPlain();
  }

  private readComment(closing: string, length: number): void {
    const start = this.at;
    const found = this.text.indexOf(closing, start + 2);
    const end = found < 0 ? this.text.length : found + length;
    if (found < 0 && length > 0) this.unclosed('comment', start);
    const span = { start, end: this.text[end - 1] === '\r' ? end - 1 : end };
    this.comments.push({ text: this.text.slice(span.start, span.end), span });
    this.at = end;
  }

  /** A quote within is doubled. */
  private readQuoted(quote: string, kind: 'string' | 'identifier'): void {
    const start = this.at;
    let end = this.text.indexOf(quote, start + 1);
    while (end >= 0 && this.text[end + 1] === quote) end = this.text.indexOf(quote, end + 2);
    if (end < 0) this.unclosed('quote', start);
    this.at = end < 0 ? this.text.length : end + 1;
    const inner = this.text.slice(start + 1, end < 0 ? this.text.length : end);
    this.push(kind, inner.replaceAll(quote + quote, quote), start);
  }

  private readTemplate(): boolean {
    const start = this.at;
    const found = templates.find(([opening]) => this.text.startsWith(opening, start));
    if (!found) return false;
    const [opening, closing] = found;
    const end = this.text.indexOf(closing, start + opening.length);
    if (end < 0) return false;
    this.at = end + closing.length;
    this.push('template', this.text.slice(start, this.at), start);
    if (opening !== '${') this.templates.push({ start, end: this.at });
    return true;
  }

  private readDollarQuoted(): boolean {
    if (this.text[this.at] !== '$') return false;
    const start = this.at;
    const mark = /^\$[A-Za-z_]{0,50}\$/.exec(this.text.slice(start, start + 60))?.[0];
    if (mark === undefined) return false;
    const end = this.text.indexOf(mark, start + mark.length);
    if (end < 0) this.unclosed('quote', start);
    this.at = end < 0 ? this.text.length : end + mark.length;
    this.push('string', this.text.slice(start + mark.length, end < 0 ? this.text.length : end), start);
    return true;
  }

  private readPlain(): void {
    const start = this.at;
    plainToken.lastIndex = start;
    const found = plainToken.exec(this.text)?.[0] ?? this.text.charAt(start);
    this.at += found.length;
    this.push(/^[\p{L}\p{N}_$]/u.test(found) ? 'word' : 'symbol', found, start);
  }

  private push(kind: SqlToken['kind'], text: string, start: number): void {
    const keyword = kind === 'word' ? text.toUpperCase() : kind === 'symbol' ? text : '';
    this.tokens.push({ kind, text, keyword, span: { start, end: this.at } });
  }

  /** What is half typed is not known either. */
  private unclosed(what: string, start: number): void {
    const { length } = this.text;
    this.problems.push({
      message: `The ${what} never ends.`,
      span: { start, end: Math.min(start + 2, length) },
    });
    this.templates.push({ start, end: length });
  }
}
