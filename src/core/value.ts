import type { Span } from './span';

/** What a place in a file says. A rule concludes only from `known`, `absent` and `invalid`. */
export type Value<T> = Known<T> | Unknown | Absent | Invalid;

/** The file says it, here. */
export interface Known<T> {
  readonly is: 'known';
  readonly value: T;
  readonly span: Span;
  /** How the value got here if it does not stand here: an edit through an alias is never safe. */
  readonly via?: 'alias' | 'merge';
}

/** A placeholder, Helm, or something that an operator or an overlay supplies. */
export interface Unknown {
  readonly is: 'unknown';
}

/** Not there; `anchor` is the nearest key that exists, to underline. */
export interface Absent {
  readonly is: 'absent';
  readonly anchor: Span;
}

/** There, but not of the type asked for. */
export interface Invalid {
  readonly is: 'invalid';
  readonly span: Span;
}

const placeholder =
  /\$\{|\$\(|\{\{|<%|\{%|%\([^)\s]*\)s|@@|\bENC\[|^<[\w .-]+>$|^__\w+__$|^%[A-Z_]+%$|^\$[A-Za-z_]/u;

/** Whether the text is filled in later by a shell, a template engine, a substitution or a person. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** The value if it is known, else undefined: for conditions that need certainty. */
export function known<T>(value: Value<T>): T | undefined {
  return value.is === 'known' ? value.value : undefined;
}

/** The value if known, the default if absent, undefined if nothing can be concluded. */
export function knownOr<T>(value: Value<T>, ifAbsent: T): T | undefined {
  if (value.is === 'known') return value.value;
  return value.is === 'absent' ? ifAbsent : undefined;
}
