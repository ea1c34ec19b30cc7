import { isKnownVariable } from './variables';

/** How a transform rewrites each match: text, or a group with a change of case or an alternative. */
export type FormatPart =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'group';
      readonly group: number;
      readonly changeCase?: CaseChange;
      readonly whenSet?: string;
      readonly whenUnset?: string;
    };

/** The changes of case that VS Code documents. */
export type CaseChange = 'upcase' | 'downcase' | 'capitalize' | 'camelcase' | 'pascalcase';

/** `/regex/replacement/flags` of a tab stop or a variable. */
export interface Transform {
  readonly pattern: RegExp;
  readonly replacement: readonly FormatPart[];
}

/** A piece of a snippet's body, by the grammar that VS Code documents. */
export type SnippetPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'stop'; readonly number: number; readonly transform: Transform | undefined }
  | { readonly type: 'placeholder'; readonly number: number; readonly parts: readonly SnippetPart[] }
  | { readonly type: 'choice'; readonly number: number; readonly choices: readonly string[] }
  | {
      readonly type: 'variable';
      readonly name: string;
      readonly parts: readonly SnippetPart[];
      readonly transform: Transform | undefined;
    };

/** A body that VS Code would take for something else than it was meant as. */
export class SnippetError extends Error {}

/** Reads a body; stricter than VS Code, which takes for text whatever it does not understand. */
export function parseSnippet(body: string): readonly SnippetPart[] {
  const reader = new Reader(body);
  const parts = reader.parts('');
  if (!reader.atEnd) throw reader.fault('text is left over');
  return parts;
}

const caseChanges: ReadonlySet<string> = new Set<CaseChange>([
  'upcase',
  'downcase',
  'capitalize',
  'camelcase',
  'pascalcase',
]);

class Reader {
  private at = 0;

  constructor(private readonly body: string) {}

  get atEnd(): boolean {
    return this.at >= this.body.length;
  }

  fault(what: string): SnippetError {
    const line = this.body.slice(0, this.at).split('\n').length;
    return new SnippetError(`line ${line}: ${what}`);
  }

  /** Parts up to a character that ends them, which stays unread. */
  parts(end: '' | '}'): SnippetPart[] {
    const parts: SnippetPart[] = [];
    while (!this.atEnd) {
      if (end !== '' && this.body[this.at] === end) return parts;
      parts.push(this.body[this.at] === '$' ? this.special() : this.text(end));
    }
    if (end !== '') throw this.fault(`"${end}" is missing`);
    return parts;
  }

  private text(end: string): SnippetPart {
    let text = '';
    while (!this.atEnd) {
      const character = this.body[this.at] ?? '';
      if (character === '$' || character === end) break;
      text += this.escaped('$}\\');
    }
    return { type: 'text', text };
  }

  /** One character, or the one after a backslash where that is among those that may be escaped. */
  private escaped(escapable: string): string {
    const next = this.body[this.at + 1] ?? '';
    const isEscape = this.body[this.at] === '\\' && next !== '' && escapable.includes(next);
    const character = isEscape ? next : (this.body[this.at] ?? '');
    this.at += isEscape ? 2 : 1;
    return character;
  }

  private special(): SnippetPart {
    this.at++;
    const number = this.match(/\d+/y);
    if (number !== undefined) return { type: 'stop', number: Number(number), transform: undefined };
    const name = this.match(/[A-Za-z_]\w*/y);
    if (name !== undefined) return this.variable(name, [], undefined);
    if (!this.take('{')) throw this.fault('a "$" stands alone; write "\\$"');
    const numbered = this.match(/\d+/y);
    if (numbered !== undefined) return this.numbered(Number(numbered));
    const named = this.match(/[A-Za-z_]\w*/y);
    if (named === undefined) throw this.fault('"${" is followed by neither number nor name; write "\\${"');
    return this.named(named);
  }

  private numbered(number: number): SnippetPart {
    if (this.take('}')) return { type: 'stop', number, transform: undefined };
    if (this.take('/')) return { type: 'stop', number, transform: this.transform() };
    if (this.take('|')) return { type: 'choice', number, choices: this.choices() };
    this.expect(':');
    const parts = this.parts('}');
    this.expect('}');
    return { type: 'placeholder', number, parts };
  }

  private named(name: string): SnippetPart {
    if (this.take('}')) return this.variable(name, [], undefined);
    if (this.take('/')) return this.variable(name, [], this.transform());
    this.expect(':');
    const parts = this.parts('}');
    this.expect('}');
    return this.variable(name, parts, undefined);
  }

  private variable(
    name: string,
    parts: readonly SnippetPart[],
    transform: Transform | undefined,
  ): SnippetPart {
    if (!isKnownVariable(name)) throw this.fault(`VS Code has no variable "${name}"; write "\\$${name}"`);
    return { type: 'variable', name, parts, transform };
  }

  private choices(): string[] {
    const choices = [''];
    while (!this.take('|')) {
      if (this.atEnd) throw this.fault('a choice has no end');
      if (this.take(',')) choices.push('');
      else choices.push((choices.pop() ?? '') + this.escaped(',|\\'));
    }
    this.expect('}');
    if (choices.length < 2 || choices.includes('')) throw this.fault('a choice offers less than two values');
    if (new Set(choices).size < choices.length) throw this.fault('a choice offers a value twice');
    return choices;
  }

  private transform(): Transform {
    const source = this.until('/');
    const replacement = this.replacement();
    const flags = this.match(/[gimsuy]*/y) ?? '';
    this.expect('}');
    try {
      return { pattern: new RegExp(source, flags), replacement };
    } catch (error) {
      throw this.fault(error instanceof Error ? error.message : String(error));
    }
  }

  /** Raw text of a regular expression; only the slash has to be escaped. */
  private until(end: string): string {
    let text = '';
    while (!this.take(end)) {
      if (this.atEnd) throw this.fault('a transform has no end');
      text += this.body[this.at] === '\\' && this.body[this.at + 1] === end ? this.escaped(end) : this.one();
    }
    return text;
  }

  private one(): string {
    // A backslash of the expression keeps the character after it.
    const length = this.body[this.at] === '\\' ? 2 : 1;
    const text = this.body.slice(this.at, this.at + length);
    this.at += length;
    return text;
  }

  private replacement(): FormatPart[] {
    const parts: FormatPart[] = [];
    while (!this.take('/')) {
      if (this.atEnd) throw this.fault('a transform has no end');
      if (this.take('$')) parts.push(this.format());
      else parts.push({ type: 'text', text: this.escaped('/$}\\') });
    }
    return parts;
  }

  private format(): FormatPart {
    const bare = this.match(/\d+/y);
    if (bare !== undefined) return { type: 'group', group: Number(bare) };
    this.expect('{');
    const group = Number(this.match(/\d+/y) ?? NaN);
    if (Number.isNaN(group)) throw this.fault('a format names no group');
    if (this.take('}')) return { type: 'group', group };
    this.expect(':');
    return this.formatOptions(group);
  }

  private formatOptions(group: number): FormatPart {
    if (this.take('/')) {
      const changeCase = this.match(/[a-z]+/y) ?? '';
      if (!isCaseChange(changeCase)) throw this.fault(`there is no change of case "${changeCase}"`);
      this.expect('}');
      return { type: 'group', group, changeCase };
    }
    if (this.take('+')) return { type: 'group', group, whenSet: this.alternative('}') };
    if (this.take('?')) {
      const whenSet = this.alternative(':');
      return { type: 'group', group, whenSet, whenUnset: this.alternative('}') };
    }
    this.take('-');
    return { type: 'group', group, whenUnset: this.alternative('}') };
  }

  private alternative(end: ':' | '}'): string {
    let text = '';
    while (!this.take(end)) {
      if (this.atEnd) throw this.fault('a format has no end');
      text += this.escaped('$}\\:');
    }
    return text;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.body)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private take(character: string): boolean {
    if (this.body[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private expect(character: string): void {
    if (!this.take(character)) throw this.fault(`"${character}" is missing`);
  }
}

function isCaseChange(name: string): name is CaseChange {
  return caseChanges.has(name);
}
