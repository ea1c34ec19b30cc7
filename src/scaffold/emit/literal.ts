import type { Value } from '../expression';
import { RefusedValue } from '../result';
import { hasLoneSurrogate } from '../text';

/** Writes a value as a literal of one language, or throws `RefusedValue` where that language cannot hold it. */
export type Emit = (value: Value) => string;

/** How one language writes texts, truth values and lists; without `list` it has no lists. */
export interface Notation {
  readonly text: (text: string) => string;
  readonly truth?: readonly [yes: string, no: string];
  readonly list?: (items: readonly string[]) => string;
  readonly number?: (digits: string) => string;
}

/** Makes the emitter of a language. */
export function emitterOf(language: string, notation: Notation): Emit {
  const [yes, no] = notation.truth ?? ['true', 'false'];
  const number = notation.number ?? ((digits: string) => digits);
  const emit: Emit = (value) => {
    if (typeof value === 'string') return notation.text(wellFormed(value));
    if (typeof value === 'number') return number(digitsOf(value));
    if (typeof value === 'boolean') return value ? yes : no;
    if (notation.list === undefined) throw new RefusedValue(`"${language}" cannot write a list.`);
    return notation.list(value.map(emit));
  };
  return emit;
}

/** The digits of a number; one that needs an exponent is refused, because languages read those differently. */
export function digitsOf(value: number): string {
  const digits = String(value === 0 ? 0 : value);
  if (/^-?\d+(?:\.\d+)?$/.test(digits)) return digits;
  throw new RefusedValue(`The number ${digits} has no plain spelling.`);
}

function wellFormed(text: string): string {
  if (hasLoneSurrogate(text))
    throw new RefusedValue('The text has half a character, which no file can hold.');
  return text;
}

/** Refuses a text that has something a language cannot hold; `what` names it in the plural. */
export function refuseIn(text: string, pattern: RegExp, language: string, what: string): void {
  if (pattern.test(text))
    throw new RefusedValue(`"${language}" cannot hold ${what}: ${JSON.stringify(text.slice(0, 60))}.`);
}

/** Characters that must not stand raw in a file: controls, odd line breaks, byte order marks, direction marks. */
// The class is written with escapes only, so that the source shows what is in it.
export const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Escapes backslashes, a quote and all that must not stand raw, in the way that C-like languages share. */
export function escapeLikeC(
  text: string,
  quote: string,
  escape: (unit: string) => string = unicodeEscape,
): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(unprintable, (unit) => shortEscapes[unit] ?? escape(unit));
}

/** `\uXXXX` of one UTF-16 unit. */
export function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
