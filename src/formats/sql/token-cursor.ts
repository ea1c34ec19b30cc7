import type { Span } from '../../core/span';
import type { ScalarNode } from '../../core/tree';
import { scalarNode } from '../node-builders';
import type { SqlToken } from './sql-tokens';

/** Walks over the tokens of one statement. */
export class TokenCursor {
  at = 0;

  constructor(
    readonly text: string,
    readonly tokens: readonly SqlToken[],
  ) {}

  get token(): SqlToken | undefined {
    return this.tokens[this.at];
  }

  /** The keyword that stands `ahead` tokens on; empty where none does. */
  keyword(ahead = 0): string {
    return this.tokens[this.at + ahead]?.keyword ?? '';
  }

  /** Steps over the keywords if just they come next; gives their tokens. */
  take(...keywords: readonly string[]): readonly SqlToken[] | undefined {
    if (!keywords.every((keyword, index) => this.keyword(index) === keyword)) return undefined;
    this.at += keywords.length;
    return this.tokens.slice(this.at - keywords.length, this.at);
  }

  /** Tokens between a parenthesis here and the one that closes it; the cursor goes behind it. */
  takeParentheses(): readonly SqlToken[] | undefined {
    if (this.keyword() !== '(') return undefined;
    const start = this.at + 1;
    let open = 0;
    for (; this.at < this.tokens.length; this.at++) {
      if (this.keyword() === '(') open++;
      else if (this.keyword() === ')' && --open === 0) return this.tokens.slice(start, this.at++);
    }
    return this.tokens.slice(start);
  }

  /** A name, with dots: its parts without quotes, the span exact. */
  takeName(): ScalarNode | undefined {
    const first = this.token;
    if (!first || first.kind === 'symbol') return undefined;
    const start = this.at++;
    while (this.keyword() === '.' && this.tokens[this.at + 1]) this.at += 2;
    return nameNode(this.tokens.slice(start, this.at));
  }
}

/** Parts of a dotted name, joined. */
export function nameNode(tokens: readonly SqlToken[]): ScalarNode | undefined {
  const span = spanOfTokens(tokens);
  return span && scalarNode(tokens.map(({ text }) => text).join(''), span, styleOf(tokens));
}

/** A single string without its quotes, else the text as it stands, blanks made one. */
export function valueNode(text: string, tokens: readonly SqlToken[]): ScalarNode | undefined {
  const [first] = tokens;
  const span = spanOfTokens(tokens);
  if (!first || !span) return undefined;
  if (tokens.length === 1) return scalarNode(first.text, span, styleOf(tokens));
  return scalarNode(text.slice(span.start, span.end).replace(/\s+/g, ' '), span);
}

/** The span from the first token to the last. */
export function spanOfTokens(tokens: readonly SqlToken[]): Span | undefined {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  return first && last && { start: first.span.start, end: last.span.end };
}

/** Cuts tokens at commas that stand in no parentheses. */
export function splitAtCommas(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [];
  let part: SqlToken[] = [];
  let open = 0;
  for (const token of tokens) {
    if (token.keyword === '(' || token.keyword === '<') open++;
    else if (token.keyword === ')' || token.keyword === '>') open--;
    if (token.keyword === ',' && open <= 0) {
      parts.push(part);
      part = [];
    } else part.push(token);
  }
  parts.push(part);
  return parts.filter((tokens) => tokens.length > 0);
}

function styleOf(tokens: readonly SqlToken[]): ScalarNode['style'] {
  const [first] = tokens;
  if (tokens.length !== 1 || !first) return 'plain';
  return first.kind === 'string' ? 'single' : first.kind === 'identifier' ? 'double' : 'plain';
}
