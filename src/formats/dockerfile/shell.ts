import type { Span } from '../../core/span';
import { ShellScanner } from './shell-scanner';

/** One word of a command, its quotes and escapes taken off. */
export interface ShellWord {
  readonly text: string;
  /** Quotes included. */
  readonly span: Span;
  readonly quoted: boolean;
  /** True where a variable or a substitution supplies a part of it. */
  readonly dynamic: boolean;
}

/** A redirection such as `2>&1` or `> file`. */
export interface ShellRedirect {
  readonly operator: string;
  readonly target: ShellWord | undefined;
  readonly span: Span;
}

/** What joins a command to the next one; a line break counts as `;`. */
export type ShellOperator = '&&' | '||' | ';' | '|' | '&' | '';

/** One simple command; those in groups, subshells, loops and branches stand in the same list. */
export interface ShellCommand {
  readonly name: ShellWord | undefined;
  /** The name first. */
  readonly words: readonly ShellWord[];
  readonly assignments: readonly ShellWord[];
  readonly redirects: readonly ShellRedirect[];
  readonly operator: ShellOperator;
  readonly span: Span;
}

/** A here-document. */
export interface ShellHeredoc {
  readonly name: string;
  /** The lines between, the last line break included. */
  readonly body: Span;
  /** False where the delimiter is quoted, so that nothing in the body is expanded. */
  readonly expands: boolean;
}

/** What a script does, in the order of its text. */
export interface ShellScript {
  readonly commands: readonly ShellCommand[];
  /** Commands in `$(…)`, backticks and `<(…)`. */
  readonly substitutions: readonly ShellCommand[];
  readonly heredocs: readonly ShellHeredoc[];
  readonly comments: readonly Span[];
  /** A quote, bracket or here-document that never ends. */
  readonly unclosed: Span | undefined;
}

/** How to read a script. */
export interface ShellOptions {
  /** False for scripts in which a backslash is an ordinary character, as on Windows. */
  readonly backslashEscapes?: boolean;
}

/** Reads the words of a shell script; it never fails, and takes time linear in the text. */
export function scanShell(text: string, options: ShellOptions = {}): ShellScript {
  return new ShellScanner(text, options.backslashEscapes ?? true).scan();
}
