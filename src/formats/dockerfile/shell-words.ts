import type { Span } from '../../core/span';
import type { ShellWord } from './shell';

interface OpenWord {
  text: string;
  quoted: boolean;
  dynamic: boolean;
}

const wordEnd = ' \t\r\n|&;()<>';
const deepestSubstitution = 40;

/** Reads words, one after the other, from where `at` stands. */
export class WordReader {
  at = 0;
  unclosed: Span | undefined;
  private depth = 0;
  /** Where the backticks around end, else where the text does. */
  limit: number;

  constructor(
    private readonly text: string,
    private readonly backslashEscapes: boolean,
    /** Reads the commands of a substitution: up to `end`, or up to its parenthesis. */
    private readonly readSubstitution: (end: number | undefined) => void,
  ) {
    this.limit = text.length;
  }

  /** Notes the first thing that never ends. */
  fail(start: number): void {
    this.unclosed ??= { start, end: this.text.length };
  }

  /** Steps over one blank or continuation; false where none stands. */
  skipBlank(): boolean {
    const character = this.text[this.at];
    const continuation = this.backslashEscapes ? this.continuationLength() : 0;
    const length = character === ' ' || character === '\t' ? 1 : continuation;
    this.at += length;
    return length > 0;
  }

  /** The word that begins here; undefined where none does. */
  readWord(): ShellWord | undefined {
    const start = this.at;
    const word: OpenWord = { text: '', quoted: false, dynamic: false };
    while (this.at < this.limit) {
      const character = this.text.charAt(this.at);
      if (this.readProcessSubstitution(word)) continue;
      if (wordEnd.includes(character)) break;
      this.readPart(word, character);
    }
    this.at = Math.min(this.at, this.limit);
    return this.at > start ? { ...word, span: { start, end: this.at } } : undefined;
  }

  private readPart(word: OpenWord, character: string): void {
    if (character === "'") this.readSingleQuoted(word);
    else if (character === '"') this.readDoubleQuoted(word);
    else if (character === '$') this.readDollar(word);
    else if (character === '`' && this.backslashEscapes) this.readBackticks(word);
    else if (character === '\\' && this.backslashEscapes) this.readEscape(word);
    else {
      word.text += character;
      this.at++;
    }
  }

  private readEscape(word: OpenWord): void {
    const continuation = this.continuationLength();
    if (continuation === 0) word.text += this.text[this.at + 1] ?? '';
    this.at += continuation || 2;
  }

  private continuationLength(): number {
    if (this.text[this.at] !== '\\') return 0;
    if (this.text[this.at + 1] === '\n') return 2;
    return this.text.startsWith('\r\n', this.at + 1) ? 3 : 0;
  }

  private readSingleQuoted(word: OpenWord): void {
    const end = this.text.indexOf("'", this.at + 1);
    if (end < 0) this.fail(this.at);
    word.quoted = true;
    word.text += this.text.slice(this.at + 1, end < 0 ? this.text.length : end);
    this.at = end < 0 ? this.text.length : end + 1;
  }

  private readDoubleQuoted(word: OpenWord): void {
    const start = this.at++;
    word.quoted = true;
    while (this.at < this.limit) {
      const character = this.text.charAt(this.at);
      if (character === '"') {
        this.at++;
        return;
      }
      if (character === '$') this.readDollar(word);
      else if (character === '`' && this.backslashEscapes) this.readBackticks(word);
      else if (character === '\\' && this.backslashEscapes) this.readQuotedEscape(word);
      else {
        word.text += character;
        this.at++;
      }
    }
    this.fail(start);
  }

  private readQuotedEscape(word: OpenWord): void {
    const next = this.text[this.at + 1] ?? '';
    if ('$`"\\\r\n'.includes(next)) return this.readEscape(word);
    word.text += `\\${next}`;
    this.at += 2;
  }

  private readDollar(word: OpenWord): void {
    const start = this.at;
    const next = this.text[start + 1] ?? '';
    if (next === '(') this.readParentheses();
    else if (next === '{') this.readBraces();
    else if (next === "'" && this.text[start - 1] !== '"') this.readAnsiQuoted();
    else
      this.at += /[\w@*#?$!-]/.test(next)
        ? 1 + (/^\w+/.exec(this.text.slice(start + 1, start + 101))?.[0].length ?? 1)
        : 1;
    word.dynamic ||= this.at > start + 1 && next !== "'";
    word.text += this.text.slice(start, this.at);
  }

  private readAnsiQuoted(): void {
    const start = this.at;
    const end = this.findClosing("'", start + 2);
    if (end >= this.limit) this.fail(start);
    this.at = Math.min(end + 1, this.limit);
  }

  /** The place of a character that no backslash stands before; the limit where there is none. */
  private findClosing(character: string, start: number): number {
    let at = start;
    while (at < this.limit && this.text[at] !== character) at += this.text[at] === '\\' ? 2 : 1;
    return Math.min(at, this.limit);
  }

  /** `${…}`, braces in it counted. */
  private readBraces(): void {
    const start = this.at;
    let open = 0;
    for (this.at++; this.at < this.limit; this.at++) {
      const character = this.text[this.at];
      if (character === '{') open++;
      else if (character === '}' && --open === 0) {
        this.at++;
        return;
      } else if (character === '\n') break;
    }
    this.fail(start);
  }

  /** `$(…)` and `$((…))`, or `<(…)`: the commands in them. */
  private readParentheses(): void {
    const start = this.at;
    this.at += 2;
    if (this.depth >= deepestSubstitution) return this.fail(start);
    this.depth++;
    this.readSubstitution(undefined);
    this.depth--;
    if (this.text[this.at] !== ')') this.fail(start);
    this.at = Math.min(this.at + 1, this.text.length);
  }

  private readBackticks(word: OpenWord): void {
    const start = this.at;
    const outer = this.limit;
    const end = this.findClosing('`', start + 1);
    if (end >= outer) this.fail(start);
    if (this.depth < deepestSubstitution) {
      this.depth++;
      this.at = start + 1;
      this.limit = end;
      this.readSubstitution(end);
      this.limit = outer;
      this.depth--;
    }
    this.at = Math.min(end + 1, outer);
    word.dynamic = true;
    word.text += this.text.slice(start, this.at);
  }

  private readProcessSubstitution(word: OpenWord): boolean {
    const start = this.at;
    if (!/[<>]/.test(this.text.charAt(start)) || this.text[start + 1] !== '(' || word.text !== '')
      return false;
    this.readParentheses();
    word.dynamic = true;
    word.text += this.text.slice(start, this.at);
    return true;
  }
}
