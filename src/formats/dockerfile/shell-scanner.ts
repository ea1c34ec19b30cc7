import type { Span } from '../../core/span';
import type {
  ShellCommand,
  ShellHeredoc,
  ShellOperator,
  ShellRedirect,
  ShellScript,
  ShellWord,
} from './shell';
import { WordReader } from './shell-words';

interface Draft {
  words: ShellWord[];
  assignments: ShellWord[];
  redirects: ShellRedirect[];
  operator: ShellOperator;
}

/** What is open around the next word. */
interface Nesting {
  open: number;
  cases: number;
  /** Before the parenthesis of a `case` pattern. */
  inPattern: boolean;
}

interface PendingHeredoc {
  readonly word: ShellWord;
  readonly stripsTabs: boolean;
}

const leadingWords = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'do',
  'done',
  'while',
  'until',
  '!',
  '{',
  '}',
  'esac',
  'time',
]);
const redirectOperators = /\d*(?:<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)|&>>|&>/y;

/** Reads one script; made anew for each. */
export class ShellScanner {
  private readonly substitutions: Draft[] = [];
  private readonly heredocs: ShellHeredoc[] = [];
  private readonly comments: Span[] = [];
  private pending: PendingHeredoc[] = [];
  private readonly reader: WordReader;

  constructor(
    private readonly text: string,
    backslashEscapes: boolean,
  ) {
    this.reader = new WordReader(text, backslashEscapes, (end) => {
      for (const draft of this.readCommands(end)) this.substitutions.push(draft);
    });
  }

  scan(): ShellScript {
    const commands: Draft[] = [];
    while (this.reader.at < this.text.length) {
      for (const draft of this.readCommands(undefined)) commands.push(draft);
      this.reader.at++; // Over a closing parenthesis that nothing opened.
    }
    for (const { word } of this.pending) this.reader.fail(word.span.start);
    const whole = commands.filter(isCommand);
    const last = whole[whole.length - 1];
    if (last?.operator === ';') last.operator = '';
    return {
      commands: whole.map(finish),
      substitutions: this.substitutions.filter(isCommand).map(finish),
      heredocs: this.heredocs,
      comments: this.comments,
      unclosed: this.reader.unclosed,
    };
  }

  /** Commands up to `end`, or up to the parenthesis that closes what is around. */
  private readCommands(end: number | undefined): Draft[] {
    const drafts: Draft[] = [emptyDraft()];
    const state: Nesting = { open: 0, cases: 0, inPattern: false };
    const limit = end ?? this.reader.limit;
    while (this.reader.at < limit) {
      const { at } = this.reader;
      const character = this.text.charAt(at);
      const current = drafts[drafts.length - 1] ?? emptyDraft();
      if (this.reader.skipBlank() || this.skipComment(limit)) continue;
      if (current.words[0]?.text === '[[' && this.readTestWord(current)) continue;
      if (character === '(') this.openParenthesis(drafts, current, state);
      else if (character === ')') {
        if (!state.inPattern && state.open === 0) return drafts;
        this.closeParenthesis(current, state);
      } else if (!this.readOperator(drafts, state) && !this.readRedirect(current))
        this.readWord(current, state);
    }
    return drafts;
  }

  private openParenthesis(drafts: Draft[], current: Draft, state: Nesting): void {
    if (this.skipArithmetic(current)) return;
    const isFunction = this.text[this.reader.at + 1] === ')' && current.words.length === 1;
    this.reader.at++;
    if (state.inPattern) return;
    state.open++;
    if (isFunction) current.words = [];
    if (isCommand(current)) drafts.push(emptyDraft());
  }

  private closeParenthesis(current: Draft, state: Nesting): void {
    this.reader.at++;
    if (state.inPattern) current.words = [];
    else state.open--;
    state.inPattern = false;
  }

  private skipComment(limit: number): boolean {
    const { at } = this.reader;
    if (this.text[at] !== '#') return false;
    const lineEnd = this.text.indexOf('\n', at);
    const end = Math.min(lineEnd < 0 ? limit : lineEnd, limit);
    this.comments.push({ start: at, end: this.text[end - 1] === '\r' ? end - 1 : end });
    this.reader.at = end;
    return true;
  }

  /** Between `[[` and `]]`, operators are words like others. */
  private readTestWord(current: Draft): boolean {
    const last = current.words[current.words.length - 1];
    if (last?.text === ']]') return false;
    const { at } = this.reader;
    const operator = /&&|\|\||[()<>|&;]/y;
    operator.lastIndex = at;
    const found = operator.exec(this.text)?.[0];
    if (found === undefined || found === ';') return false;
    this.reader.at += found.length;
    const span = { start: at, end: this.reader.at };
    current.words.push({ text: found, span, quoted: false, dynamic: false });
    return true;
  }

  private skipArithmetic(current: Draft): boolean {
    const { at } = this.reader;
    if (this.text[at + 1] !== '(' || current.words.length > 0) return false;
    const end = this.text.indexOf('))', at + 2);
    const lineEnd = this.text.indexOf('\n', at);
    if (end < 0 || (lineEnd >= 0 && lineEnd < end)) return false;
    this.reader.at = end + 2;
    return true;
  }

  private readOperator(drafts: Draft[], state: Nesting): boolean {
    const operator = /&&|\|\||\|&|;;&|;;|;&|;|\||&(?!>)|\r?\n/y;
    operator.lastIndex = this.reader.at;
    const found = operator.exec(this.text)?.[0];
    if (found === undefined) return false;
    this.reader.at += found.length;
    if (state.inPattern && found === '|') return true;
    if (found.endsWith('\n')) this.readHeredocs();
    const current = drafts[drafts.length - 1];
    const last = current && isCommand(current) ? current : drafts[drafts.length - 2];
    // A line break adds nothing where an operator already stands, as after `&&`.
    if (last && (last.operator === '' || !found.endsWith('\n'))) last.operator = operatorOf(found);
    if (current && isCommand(current)) drafts.push(emptyDraft());
    if (found.startsWith(';;') && state.cases > 0) state.inPattern = true;
    return true;
  }

  private readRedirect(current: Draft): boolean {
    const { at } = this.reader;
    redirectOperators.lastIndex = at;
    const operator = redirectOperators.exec(this.text)?.[0];
    if (operator === undefined || /^[<>]\($/.test(this.text.slice(at, at + 2))) return false;
    this.reader.at += operator.length;
    while (this.reader.skipBlank());
    const target = this.reader.readWord();
    current.redirects.push({
      operator,
      target,
      span: { start: at, end: target?.span.end ?? at + operator.length },
    });
    if (target && /<<-?$/.test(operator)) {
      this.pending.push({ word: target, stripsTabs: operator.endsWith('-') });
    }
    return true;
  }

  private readWord(current: Draft, state: Nesting): void {
    const word = this.reader.readWord();
    if (!word) {
      this.reader.at++;
      return;
    }
    const isFirst = current.words.length === 0;
    if (isFirst && word.text === 'esac' && state.cases > 0) {
      state.cases--;
      state.inPattern = false;
      return;
    }
    if (isFirst && !word.quoted && leadingWords.has(word.text)) return;
    if (isFirst && isAssignment(this.text, word)) {
      current.assignments.push(word);
      return;
    }
    current.words.push(word);
    if (word.text === 'in' && current.words.length === 3 && current.words[0]?.text === 'case') {
      state.cases++;
      state.inPattern = true;
      current.words = [];
    }
  }

  private readHeredocs(): void {
    const waiting = this.pending;
    this.pending = [];
    for (const { word, stripsTabs } of waiting) {
      const lineBreak = /^\r?\n/.exec(this.text.slice(this.reader.at, this.reader.at + 2));
      if (word !== waiting[0]?.word && lineBreak) this.reader.at += lineBreak[0].length;
      const start = this.reader.at;
      const end = this.findDelimiter(word.text, stripsTabs);
      const body = { start, end: end ?? this.reader.limit };
      this.heredocs.push({ name: word.text, body, expands: !word.quoted });
      if (end === undefined) this.reader.fail(word.span.start);
    }
  }

  /** Where the line of the delimiter begins; the reader goes to that line's end. */
  private findDelimiter(name: string, stripsTabs: boolean): number | undefined {
    while (this.reader.at < this.reader.limit) {
      const start = this.reader.at;
      const lineEnd = this.text.indexOf('\n', start);
      const end = lineEnd < 0 ? this.reader.limit : Math.min(lineEnd, this.reader.limit);
      const line = this.text.slice(start, end).replace(/\r$/, '');
      this.reader.at = end;
      if ((stripsTabs ? line.replace(/^\t+/, '') : line) === name) return start;
      this.reader.at = Math.min(end + 1, this.reader.limit);
    }
    return undefined;
  }
}

function emptyDraft(): Draft {
  return { words: [], assignments: [], redirects: [], operator: '' };
}

function isCommand({ words, assignments, redirects }: Draft): boolean {
  return words.length + assignments.length + redirects.length > 0;
}

function isAssignment(text: string, word: ShellWord): boolean {
  return /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/.test(text.slice(word.span.start, word.span.end));
}

function operatorOf(found: string): ShellOperator {
  if (found === '|&') return '|';
  return found === '&&' || found === '||' || found === '|' || found === '&' ? found : ';';
}

function finish(draft: Draft): ShellCommand {
  const { words, assignments, redirects, operator } = draft;
  const parts = [...words, ...assignments, ...redirects].map(({ span }) => span);
  const start = parts.reduce((least, span) => Math.min(least, span.start), Infinity);
  const end = parts.reduce((most, span) => Math.max(most, span.end), 0);
  return { name: words[0], words, assignments, redirects, operator, span: { start, end } };
}
