import type { Scope } from './expression';
import { segmentFault } from './paths';
import { RefusedValue } from './result';

const placeholder = /\{\{([^{}]*)\}\}/g;

/** The names between `{{` and `}}` in a path or a sentence. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/** Puts answers into a path; each value must be one segment that is legal on every system. */
export function fillPath(path: string, scope: Scope): string {
  return path.replace(placeholder, (_, name: string) => {
    const value = fill(name, scope);
    const fault = segmentFault(value);
    if (fault !== undefined)
      throw new RefusedValue(`The answer "${name}" cannot be part of a path: "${value}" ${fault}.`);
    return value;
  });
}

/** Puts answers into a sentence that is only shown. */
export function fillSentence(text: string, scope: Scope): string {
  return text.replace(placeholder, (_, name: string) => fill(name, scope));
}

function fill(name: string, scope: Scope): string {
  const value = scope[name];
  if (value === undefined) throw new RefusedValue(`There is no answer named "${name}".`);
  if (typeof value === 'object')
    throw new RefusedValue(`The answer "${name}" is a list, and a list is no name.`);
  return String(value);
}
