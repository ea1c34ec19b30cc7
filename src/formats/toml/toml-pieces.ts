import type { AST, ParseError } from 'toml-eslint-parser';
import type { SyntaxProblem } from '../../core/document';
import { lineStartOf } from '../source-lines';

/** The part of the parser that is used. */
export interface TomlParser {
  readonly ParseError: typeof ParseError;
  parseTOML(code: string): AST.TOMLProgram;
}

/** A stretch of statements that could be read, or one that could not. */
export type TomlPiece =
  | { readonly is: 'read'; readonly program: AST.TOMLProgram; readonly offset: number }
  | { readonly is: 'broken'; readonly isHeader: boolean; readonly problem: SyntaxProblem };

const mostAttempts = 40;
const mostCharacters = 4_000_000;

/** Reads what stands before and behind each statement that is broken; the parser stops at the first. */
export function readPieces(parser: TomlParser, text: string): TomlPiece[] {
  const reading = new PieceReader(parser, text);
  return reading.read();
}

type Attempt = { readonly program: AST.TOMLProgram } | { readonly message: string; readonly index: number };

class PieceReader {
  private readonly pieces: TomlPiece[] = [];
  private attempts = 0;
  private characters = 0;

  constructor(
    private readonly parser: TomlParser,
    private readonly text: string,
  ) {}

  read(): TomlPiece[] {
    let at: number | undefined = 0;
    while (at !== undefined && this.mayTry()) at = this.readFrom(at);
    return this.pieces;
  }

  private mayTry(): boolean {
    return this.attempts < mostAttempts && this.characters < mostCharacters;
  }

  /** Reads up to the next broken statement; gives where to go on, if anywhere. */
  private readFrom(offset: number): number | undefined {
    const whole = this.attempt(offset, this.text.length);
    if ('program' in whole) {
      this.pieces.push({ is: 'read', program: whole.program, offset });
      return undefined;
    }
    const broken = offset + whole.index;
    const start = this.readBefore(offset, broken);
    if (start === undefined) return undefined;
    const next = this.statementAfter(start);
    const isHeader = /^\s*\[/.test(this.text.slice(start, start + 200));
    const end = Math.max(start, (next ?? this.text.length) - 1);
    const place = Math.min(broken, end);
    const span = { start: place, end: Math.min(place + 1, this.text.length) };
    this.pieces.push({ is: 'broken', isHeader, problem: { message: whole.message, span } });
    return next;
  }

  /** Takes the longest run of whole statements before the error; gives where the broken one begins. */
  private readBefore(offset: number, broken: number): number | undefined {
    let start = this.statementBefore(broken);
    while (start > offset && this.mayTry()) {
      const before = this.attempt(offset, start);
      if ('program' in before) {
        this.pieces.push({ is: 'read', program: before.program, offset });
        return start;
      }
      start = this.statementBefore(start - 1);
    }
    return start <= offset ? offset : undefined;
  }

  private attempt(start: number, end: number): Attempt {
    this.attempts++;
    this.characters += end - start;
    try {
      return { program: this.parser.parseTOML(this.text.slice(start, end)) };
    } catch (error) {
      if (error instanceof this.parser.ParseError)
        return { message: `${error.message}.`, index: error.index };
      throw error;
    }
  }

  /** The start of the last line at or before the offset that looks like a statement. */
  private statementBefore(offset: number): number {
    let start = lineStartOf(this.text, Math.max(offset, 0));
    while (start > 0 && !this.looksLikeStatement(start)) start = lineStartOf(this.text, start - 1);
    return start;
  }

  private statementAfter(offset: number): number | undefined {
    for (let at = this.text.indexOf('\n', offset); at >= 0; at = this.text.indexOf('\n', at + 1)) {
      if (this.looksLikeStatement(at + 1)) return at + 1;
    }
    return undefined;
  }

  private looksLikeStatement(lineStart: number): boolean {
    const line = this.text.slice(lineStart, lineStart + 200);
    return /^[ \t]*(?:\[\[?[ \t]*[\w"'-][\w"'.: -]*\]|["'\w.-]+[ \t]*=)/.test(line);
  }
}
