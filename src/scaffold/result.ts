/** What went wrong, in words for a user; lines and columns start at one. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  /** What the user can do about it. */
  readonly next?: string;
}

/** A value, or the reasons why there is none. */
export type Result<T> = { readonly ok: true; readonly value: T } | Refused;

/** The half of a result that carries problems. */
export interface Refused {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** Wraps a value that was found to be right. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Refuses with one or more problems. */
export function refused(...problems: readonly Problem[]): Refused {
  return { ok: false, problems };
}

/** One line of text per problem, as a terminal or a log shows it. */
export function describeProblem(problem: Problem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}:${problem.column ?? 1}`;
  const place = problem.path === undefined ? '' : `${problem.path}${line}: `;
  return `${place}${problem.message}${problem.next === undefined ? '' : ` ${problem.next}`}`;
}

/** A promise kept to in code was broken: the facts are in the message, the user sees a problem instead. */
export class RefusedValue extends Error {
  override readonly name = 'RefusedValue';
}
