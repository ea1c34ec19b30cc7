import type { Span } from '../../core/span';
import type { Entry, ListNode, MapNode, ScalarNode } from '../../core/tree';
import { entryOf, listNode, mapNode, scalarNode } from '../node-builders';
import { clauseWords, modifiers, wordClauses } from './clause-words';
import { listOfNames, readColumns, readOptions } from './sql-lists';
import type { OptionKeys } from './sql-lists';
import type { SqlToken } from './sql-tokens';
import { spanOfTokens, TokenCursor, valueNode } from './token-cursor';

/** Reads one statement: what it makes, from what, with which options. */
export function readStatement(text: string, tokens: readonly SqlToken[]): MapNode | undefined {
  const span = spanOfTokens(tokens);
  return span && new StatementReader(new TokenCursor(text, tokens), span).read();
}

class StatementReader {
  private readonly entries: Entry[] = [];
  private readonly options: Entry[] = [];
  private optionsSpan: Span | undefined;

  constructor(
    private readonly cursor: TokenCursor,
    private readonly span: Span,
  ) {}

  read(): MapNode {
    const { cursor } = this;
    switch (cursor.keyword()) {
      case 'CREATE':
        this.readCreate();
        break;
      case 'ALTER':
      case 'DROP':
        this.readAlter();
        break;
      case 'INSERT':
        this.readInsert();
        break;
      case 'SET':
        this.readSet('SET', 1);
        break;
      default:
        this.readOther();
    }
    const { optionsSpan } = this;
    if (optionsSpan)
      this.entries.push(entryOf('options', mapNode(this.options, optionsSpan), this.optionsKey));
    this.entries.push(
      entryOf('text', scalarNode(cursor.text.slice(this.span.start, this.span.end), this.span)),
    );
    return mapNode(this.entries, this.span);
  }

  private optionsKey: Span | undefined;

  private add(key: string, node: ScalarNode | ListNode | MapNode | undefined, keySpan?: Span): void {
    if (node && !this.entries.some((entry) => entry.key === key))
      this.entries.push(entryOf(key, node, keySpan));
  }

  private addKind(kind: string, end: number): void {
    const { tokens } = this.cursor;
    this.add(
      'kind',
      scalarNode(kind, { start: this.span.start, end: tokens[end - 1]?.span.end ?? this.span.end }),
    );
  }

  private readCreate(): void {
    const { cursor } = this;
    cursor.at = 1;
    while (modifiers.has(cursor.keyword()) && cursor.keyword(1) !== '') cursor.at++;
    const modifierTokens = cursor.tokens.slice(1, cursor.at);
    const start = cursor.at++;
    if (
      /^(?:MATERIALIZED|CLUSTER)$/.test(cursor.keyword(-1)) &&
      /^(?:VIEW|TABLE|REPLICA)$/.test(cursor.keyword())
    ) {
      cursor.at++;
    }
    const words = cursor.tokens.slice(start, cursor.at).map(({ keyword }) => keyword);
    this.addKind(['CREATE', ...words].join(' '), cursor.at);
    this.add('modifiers', valueNode(cursor.text, modifierTokens));
    cursor.take('IF', 'NOT', 'EXISTS');
    if (!clauseWords.has(cursor.keyword())) this.add('name', cursor.takeName());
    if (words.includes('VIEW')) cursor.takeParentheses();
    else if (cursor.keyword() === '(' && !words.includes('CLUSTER')) this.readTableElements();
    this.readClauses();
  }

  private readTableElements(): void {
    const { cursor } = this;
    const start = cursor.token?.span.start ?? this.span.start;
    const tokens = cursor.takeParentheses() ?? [];
    const { columns, primaryKey, watermark } = readColumns(cursor.text, tokens);
    const span = { start, end: cursor.tokens[cursor.at - 1]?.span.end ?? this.span.end };
    this.add('columns', columns.length > 0 ? listNode(columns, span) : undefined);
    this.add('primaryKey', primaryKey);
    this.add('watermark', watermark);
  }

  private readClauses(): void {
    const { cursor } = this;
    while (cursor.token) {
      const before = cursor.at;
      if (cursor.take('AS')) this.readBody();
      else this.readClause();
      if (cursor.at === before) cursor.at++;
    }
  }

  private readClause(): void {
    const { cursor } = this;
    const { token } = cursor;
    if (!token) return;
    const keySpan = token.span;
    if (cursor.keyword() === 'WITH' && cursor.keyword(1) === '(') return this.readOptionClause('names');
    if (cursor.keyword() === 'OPTIONS' && cursor.keyword(1) === '(') return this.readOptionClause('names');
    if (cursor.keyword() === '(') return this.readOptionList('keywords', keySpan);
    if (cursor.take('KEY', 'FORMAT')) return this.readWords('keyFormat', keySpan);
    if (cursor.take('VALUE', 'FORMAT')) return this.readWords('format', keySpan);
    if (cursor.take('PRIMARY', 'KEY'))
      return this.add('primaryKey', listOfNames(cursor.takeParentheses() ?? []));
    if (cursor.take('IN', 'CLUSTER')) return this.add('cluster', cursor.takeName(), keySpan);
    if (cursor.take('INCLUDE')) return this.readInclude(keySpan);
    const key = wordClauses[cursor.keyword()];
    if (key !== undefined) {
      cursor.at++;
      this.readWords(key, keySpan);
    } else if (/^(?:KEY|PARTITIONED|PARTITION|DISTRIBUTED|CLUSTER|ON|FOR)$/.test(cursor.keyword()))
      this.skipLists();
  }

  /** Columns in parentheses that are no options: `PARTITIONED BY (a)`, `KEY (b)`. */
  private skipLists(): void {
    const { cursor } = this;
    cursor.at++;
    while (cursor.token && cursor.keyword() !== '(' && !clauseWords.has(cursor.keyword())) cursor.at++;
    cursor.takeParentheses();
  }

  private readOptionClause(keys: OptionKeys): void {
    const keySpan = this.cursor.token?.span;
    this.cursor.at++;
    this.readOptionList(keys, keySpan);
  }

  private readOptionList(keys: OptionKeys, keySpan: Span | undefined): void {
    const { cursor } = this;
    const start = cursor.token?.span.start ?? this.span.start;
    const tokens = cursor.takeParentheses() ?? [];
    const end = cursor.tokens[cursor.at - 1]?.span.end ?? this.span.end;
    for (const option of readOptions(cursor.text, tokens, keys)) this.options.push(option);
    this.optionsSpan = { start: this.optionsSpan?.start ?? start, end };
    this.optionsKey ??= keySpan;
  }

  /** The words up to the next clause; options in parentheses behind them are read as such. */
  private readWords(key: string, keySpan: Span): void {
    const { cursor } = this;
    const start = cursor.at;
    while (cursor.token && cursor.keyword() !== '(' && !this.isClauseHere(start)) cursor.at++;
    const tokens = cursor.tokens.slice(start, cursor.at);
    this.add(key, valueNode(cursor.text, tokens), keySpan);
    const connection = tokens.findIndex(({ keyword }) => keyword === 'CONNECTION');
    if (connection >= 0 && (key === 'from' || key === 'into')) {
      this.add('connection', valueNode(cursor.text, tokens.slice(connection + 1)));
    }
    if (cursor.keyword() === '(') this.readOptionList(key === 'encode' ? 'names' : 'keywords', keySpan);
  }

  /** `USING` belongs to a format, `WITH` begins a clause only before a parenthesis. */
  private isClauseHere(start: number): boolean {
    const { cursor } = this;
    const keyword = cursor.keyword();
    if (cursor.at === start || !clauseWords.has(keyword)) return false;
    if (keyword === 'WITH') return cursor.keyword(1) === '(';
    if (keyword === 'KEY' || keyword === 'VALUE')
      return cursor.keyword(1) === 'FORMAT' || cursor.keyword(1) === '(';
    return keyword !== 'USING';
  }

  /** Names with their aliases; several INCLUDE clauses are one. */
  private readInclude(keySpan: Span): void {
    const { cursor } = this;
    const start = cursor.at;
    while (cursor.token) {
      const keyword = cursor.keyword();
      if (keyword === 'AS' || keyword === 'INCLUDE') cursor.at += 2;
      else if (cursor.at > start && keyword !== 'KEY' && keyword !== 'PARTITION' && clauseWords.has(keyword))
        break;
      else if (keyword === '(') break;
      else cursor.at++;
    }
    cursor.at = Math.min(cursor.at, cursor.tokens.length);
    this.add('include', valueNode(cursor.text, cursor.tokens.slice(start, cursor.at)), keySpan);
  }

  /** A query ends where options of what is made begin: `WITH (` is no common table expression. */
  private readBody(): void {
    const { cursor } = this;
    const start = cursor.at;
    let open = 0;
    for (; cursor.token; cursor.at++) {
      if (cursor.keyword() === '(') open++;
      else if (cursor.keyword() === ')') open--;
      else if (open === 0 && cursor.keyword() === 'WITH' && cursor.keyword(1) === '(') break;
    }
    this.add('body', bodyNode(cursor.text, cursor.tokens.slice(start, cursor.at)));
  }

  private readAlter(): void {
    const { cursor } = this;
    if (cursor.keyword(1) === 'SYSTEM' && cursor.keyword(2) === 'SET')
      return this.readSet('ALTER SYSTEM SET', 3);
    const isMaterialized = cursor.keyword(1) === 'MATERIALIZED';
    cursor.at = isMaterialized ? 3 : 2;
    const words = cursor.tokens.slice(0, cursor.at).map(({ keyword }) => keyword);
    this.addKind(words.join(' '), cursor.at);
    cursor.take('IF', 'EXISTS');
    this.add('name', cursor.takeName());
    while (cursor.token) {
      if (cursor.keyword() === '(') this.readOptionList('names', cursor.token.span);
      else cursor.at++;
    }
  }

  private readInsert(): void {
    const { cursor } = this;
    cursor.at = 2;
    this.addKind('INSERT', 2);
    cursor.take('TABLE');
    const name = cursor.takeName();
    this.add('name', name);
    this.add('into', name);
    while (cursor.token && !/^(?:SELECT|VALUES|WITH|TABLE)$/.test(cursor.keyword())) {
      if (!cursor.takeParentheses()) cursor.at++;
    }
    this.readBody();
  }

  /** `SET 'key' = 'value'`, `SET key TO value`. */
  private readSet(kind: string, length: number): void {
    const { cursor } = this;
    this.addKind(kind, length);
    const rest = cursor.tokens.slice(length);
    const equals = rest.findIndex(({ keyword }) => keyword === '=' || keyword === 'TO');
    const keyTokens = rest.slice(0, equals < 0 ? rest.length : equals);
    const keySpan = spanOfTokens(keyTokens);
    if (!keySpan) return;
    const key = keyTokens.map(({ text }) => text).join(keyTokens.some(({ text }) => text === '.') ? '' : ' ');
    this.add('name', scalarNode(key, keySpan, keyTokens[0]?.kind === 'string' ? 'single' : 'plain'));
    const value = equals < 0 ? undefined : valueNode(cursor.text, rest.slice(equals + 1));
    if (value) this.options.push(entryOf(key, value, keySpan));
    if (value) this.optionsSpan = { start: keySpan.start, end: value.span.end };
    this.optionsKey = keySpan;
  }

  private readOther(): void {
    const { cursor } = this;
    const first = cursor.keyword();
    if (cursor.take('EXECUTE', 'STATEMENT', 'SET')) return this.addKind('EXECUTE STATEMENT SET', 3);
    this.addKind(first === 'WITH' || first === '(' ? 'SELECT' : first || 'OTHER', 1);
    if (/^(?:SELECT|WITH|\()$/.test(first)) return this.readBody();
    cursor.at = 1;
    if (cursor.take('FROM') ?? cursor.take('INTO') ?? (first === 'UPDATE' || first === 'USE')) {
      this.add('name', cursor.takeName());
    }
  }
}

/** A query as it stands; for a secret the string without its quotes. */
function bodyNode(text: string, tokens: readonly SqlToken[]): ScalarNode | undefined {
  const span = spanOfTokens(tokens);
  if (!span || tokens.length === 1) return valueNode(text, tokens);
  return scalarNode(text.slice(span.start, span.end), span);
}
