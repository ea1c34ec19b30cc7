import { isNaming } from './naming';

/** An expression as a tree; `at` is an offset in its text. */
export type Expression =
  | { readonly is: 'literal'; readonly value: string | number | boolean; readonly at: number }
  | { readonly is: 'list'; readonly items: readonly Expression[]; readonly at: number }
  | { readonly is: 'name'; readonly name: string; readonly at: number }
  | { readonly is: 'not'; readonly of: Expression; readonly at: number }
  | { readonly is: 'and' | 'or'; readonly left: Expression; readonly right: Expression; readonly at: number }
  | {
      readonly is: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly is: 'call';
      readonly name: string;
      readonly values: readonly Expression[];
      readonly at: number;
    };

/** A parsed expression, or what is wrong with its text and where. */
export type ParsedExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly message: string; readonly at: number };

interface Token {
  readonly is: 'text' | 'number' | 'word' | 'mark' | 'end';
  readonly text: string;
  readonly at: number;
}

const longestExpression = 2000;
const deepestNesting = 50;
const tokenShape =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[<>()[\],+*-]))/y;
const functionWords = new Set(['length', 'concat', 'before', 'after']);

class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** Parses an expression of the closed language that `when`, `check` and `derived` are written in. */
export function parseExpression(text: string): ParsedExpression {
  try {
    if (text.length > longestExpression) throw new SyntaxFault('The expression is too long.', 0);
    return { ok: true, expression: new Parser(tokensOf(text)).whole() };
  } catch (error) {
    if (error instanceof SyntaxFault) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    tokenShape.lastIndex = at;
    const match = tokenShape.exec(text);
    if (match === null) {
      const start = at + (text.slice(at).length - text.slice(at).trimStart().length);
      throw new SyntaxFault(`"${text.charAt(start)}" is not understood here.`, start);
    }
    at = tokenShape.lastIndex;
    tokens.push(tokenOf(match, at));
  }
  return [...tokens, { is: 'end', text: '', at: text.length }];
}

function tokenOf(match: RegExpExecArray, end: number): Token {
  const [, quoted, number, word, mark] = match;
  if (quoted !== undefined) {
    const text = quoted.slice(1, -1).replace(/\\(.)/g, '$1');
    return { is: 'text', text, at: end - quoted.length };
  }
  if (number !== undefined) return { is: 'number', text: number, at: end - number.length };
  if (word !== undefined) return { is: 'word', text: word, at: end - word.length };
  const text = mark ?? '';
  return { is: 'mark', text, at: end - text.length };
}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.either();
    if (this.next.is !== 'end')
      throw new SyntaxFault(`"${this.next.text}" is not expected here.`, this.next.at);
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { is: 'end', text: '', at: 0 };
  }

  private takes(...texts: readonly string[]): Token | undefined {
    const token = this.next;
    const fits = (token.is === 'mark' || token.is === 'word') && texts.includes(token.text);
    if (!fits) return undefined;
    this.position++;
    return token;
  }

  private either(): Expression {
    if (++this.depth > deepestNesting)
      throw new SyntaxFault('The expression is nested too deep.', this.next.at);
    let left = this.both();
    for (let token = this.takes('or'); token !== undefined; token = this.takes('or'))
      left = { is: 'or', left, right: this.both(), at: token.at };
    this.depth--;
    return left;
  }

  private both(): Expression {
    let left = this.negated();
    for (let token = this.takes('and'); token !== undefined; token = this.takes('and'))
      left = { is: 'and', left, right: this.negated(), at: token.at };
    return left;
  }

  private negated(): Expression {
    let negations = 0;
    const at = this.next.at;
    while (this.takes('not') !== undefined) negations++;
    let expression = this.comparison();
    for (; negations > 0; negations--) expression = { is: 'not', of: expression, at };
    return expression;
  }

  private comparison(): Expression {
    const left = this.sum();
    const token = this.takes('==', '!=', '<', '<=', '>', '>=', 'in', 'not');
    if (token === undefined) return left;
    if (token.text === 'not' && this.takes('in') === undefined)
      throw new SyntaxFault('"in" is missing after "not".', this.next.at);
    const operator = token.text === 'not' ? 'not in' : token.text;
    return { is: 'binary', operator, left, right: this.sum(), at: token.at };
  }

  private sum(): Expression {
    let left = this.product();
    for (let token = this.takes('+', '-'); token !== undefined; token = this.takes('+', '-'))
      left = { is: 'binary', operator: token.text, left, right: this.product(), at: token.at };
    return left;
  }

  private product(): Expression {
    let left = this.operand();
    for (let token = this.takes('*'); token !== undefined; token = this.takes('*'))
      left = { is: 'binary', operator: '*', left, right: this.operand(), at: token.at };
    return left;
  }

  private operand(): Expression {
    const token = this.next;
    this.position++;
    if (token.is === 'text') return { is: 'literal', value: token.text, at: token.at };
    if (token.is === 'number') return { is: 'literal', value: Number(token.text), at: token.at };
    if (token.is === 'word') return this.word(token);
    if (token.text === '(') {
      const inner = this.either();
      this.closes(')');
      return inner;
    }
    if (token.text === '[') return { is: 'list', items: this.items(']'), at: token.at };
    const what =
      token.is === 'end' ? 'The expression ends too early.' : `"${token.text}" is not expected here.`;
    throw new SyntaxFault(what, token.at);
  }

  private word(token: Token): Expression {
    const { text: name, at } = token;
    if (name === 'true' || name === 'false') return { is: 'literal', value: name === 'true', at };
    if (['and', 'or', 'in', 'not'].includes(name))
      throw new SyntaxFault(`"${name}" is not expected here.`, at);
    if (this.takes('(') === undefined) return { is: 'name', name, at };
    if (!functionWords.has(name) && !isNaming(name))
      throw new SyntaxFault(`There is no function "${name}".`, at);
    return { is: 'call', name, values: this.items(')'), at };
  }

  private items(end: string): readonly Expression[] {
    const items: Expression[] = [];
    if (this.takes(end) !== undefined) return items;
    do items.push(this.either());
    while (this.takes(',') !== undefined);
    this.closes(end);
    return items;
  }

  private closes(mark: string): void {
    if (this.takes(mark) === undefined) throw new SyntaxFault(`"${mark}" is missing.`, this.next.at);
  }
}
