/** An expression of GitHub Actions, read. */
export type Expression =
  | { readonly is: 'literal'; readonly text: string; readonly kind: 'string' | 'number' | 'boolean' | 'null' }
  | { readonly is: 'context'; readonly name: string }
  | { readonly is: 'index'; readonly of: Expression; /** Absent for `*`. */ readonly key?: Expression }
  | { readonly is: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly is: 'logical'; readonly operator: '&&' | '||'; readonly parts: readonly Expression[] }
  | { readonly is: 'operation'; readonly operator: string; readonly parts: readonly Expression[] };

interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'mark';
  readonly text: string;
}

const tokenPattern =
  /\s+|(?<string>'(?:[^']|'')*')|(?<number>[-+]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|Infinity)|NaN)(?![\w.])|(?<name>[A-Z_][\w-]*)|(?<mark>&&|\|\||==|!=|<=|>=|[<>!()[\].,*])/giy;

const contexts = new Set(
  'github env vars job jobs steps runner secrets strategy matrix needs inputs'.split(' '),
);

/** Least and most arguments of each function. */
const functions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['contains', [2, 2]],
  ['startswith', [2, 2]],
  ['endswith', [2, 2]],
  ['format', [1, Infinity]],
  ['join', [1, 2]],
  ['tojson', [1, 1]],
  ['fromjson', [1, 1]],
  ['hashfiles', [1, Infinity]],
  ['case', [3, Infinity]],
  ['always', [0, 0]],
  ['success', [0, Infinity]],
  ['failure', [0, Infinity]],
  ['cancelled', [0, 0]],
]);

const deepestNesting = 50;

/** Parses one expression without its braces; throws an error that says what is wrong. */
export class ExpressionParser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  parse(): Expression {
    const expression = this.logical('||');
    const rest = this.tokens[this.at];
    if (rest) throw new Error(`Unexpected "${rest.text}"`);
    return expression;
  }

  private logical(operator: '||' | '&&'): Expression {
    const parts = [this.inner(operator)];
    while (this.take(operator)) parts.push(this.inner(operator));
    const [only] = parts;
    return parts.length === 1 && only ? only : { is: 'logical', operator, parts };
  }

  private inner(operator: '||' | '&&'): Expression {
    return operator === '||' ? this.logical('&&') : this.comparison(['==', '!=']);
  }

  private comparison(operators: readonly string[]): Expression {
    const isEquality = operators.includes('==');
    const operand = (): Expression =>
      isEquality ? this.comparison(['<', '<=', '>', '>=']) : this.negation();
    let left = operand();
    for (let operator = this.takeOf(operators); operator !== undefined; operator = this.takeOf(operators)) {
      left = { is: 'operation', operator, parts: [left, operand()] };
    }
    return left;
  }

  private negation(): Expression {
    if (!this.take('!')) return this.indexed(this.primary());
    return { is: 'operation', operator: '!', parts: [this.negation()] };
  }

  private indexed(start: Expression): Expression {
    let expression = start;
    for (;;) {
      if (this.take('.')) {
        const token = this.next();
        if (token.text === '*') expression = { is: 'index', of: expression };
        else if (token.kind === 'name') {
          expression = {
            is: 'index',
            of: expression,
            key: { is: 'literal', kind: 'string', text: token.text },
          };
        } else throw new Error(`Unexpected "${token.text}" behind a dot`);
      } else if (this.take('[')) {
        const key = this.tokens[this.at]?.text === '*' ? undefined : this.logical('||');
        if (!key) this.at++;
        this.demand(']');
        expression = { is: 'index', of: expression, ...(key && { key }) };
      } else return expression;
    }
  }

  private primary(): Expression {
    if (++this.depth > deepestNesting) throw new Error('The expression is nested too deeply');
    const token = this.next();
    const expression = this.primaryOf(token);
    this.depth--;
    return expression;
  }

  private primaryOf(token: Token): Expression {
    if (token.kind === 'string') {
      return { is: 'literal', kind: 'string', text: token.text.slice(1, -1).replaceAll("''", "'") };
    }
    if (token.kind === 'number') return { is: 'literal', kind: 'number', text: token.text };
    if (token.text === '(') {
      const inner = this.logical('||');
      this.demand(')');
      return inner;
    }
    if (token.kind !== 'name') throw new Error(`Unexpected "${token.text}"`);
    if (/^(?:true|false)$/.test(token.text)) return { is: 'literal', kind: 'boolean', text: token.text };
    if (token.text === 'null') return { is: 'literal', kind: 'null', text: '' };
    if (this.take('(')) return this.call(token.text);
    const name = token.text.toLowerCase();
    if (!contexts.has(name)) throw new Error(`There is no context "${token.text}"`);
    return { is: 'context', name };
  }

  private call(written: string): Expression {
    const name = written.toLowerCase();
    const bounds = functions.get(name);
    if (!bounds) throw new Error(`There is no function "${written}"`);
    const given: Expression[] = [];
    if (!this.take(')')) {
      do given.push(this.logical('||'));
      while (this.take(','));
      this.demand(')');
    }
    const [least, most] = bounds;
    if (given.length < least || given.length > most) {
      throw new Error(`Function "${written}" does not take ${given.length} arguments`);
    }
    return { is: 'call', name, arguments: given };
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new Error('The expression ends too early');
    return token;
  }

  private take(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.at++;
    return true;
  }

  private takeOf(marks: readonly string[]): string | undefined {
    return marks.find((mark) => this.take(mark));
  }

  private demand(mark: string): void {
    if (!this.take(mark)) throw new Error(`A "${mark}" is missing`);
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const from = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (!match) throw new Error(`Unexpected "${text.charAt(from)}"`);
    const { string, number, name, mark } = match.groups ?? {};
    if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark });
  }
  return tokens;
}
