import type { CaseChange, FormatPart, SnippetPart, Transform } from './parse';
import { sampleVariables } from './variables';

/** What the user has chosen and where the snippet is put. */
export interface Expansion {
  /** Values of choices by tab stop; the first choice where none is given. */
  readonly chosen?: ReadonlyMap<number, string>;
  readonly variables?: Readonly<Record<string, string>>;
  /** False for the text as it is first inserted: VS Code transforms a tab stop when it is left. */
  readonly transformed?: boolean;
}

/** The text that a snippet becomes when its defaults are kept. */
export function expandSnippet(parts: readonly SnippetPart[], expansion: Expansion = {}): string {
  const definitions = new Map<number, SnippetPart>();
  collectDefinitions(parts, definitions);
  const write = (part: SnippetPart): string => writePart(part, definitions, expansion, write);
  return parts.map(write).join('');
}

/** The values that each choice offers, by tab stop. */
export function choicesOf(parts: readonly SnippetPart[]): ReadonlyMap<number, readonly string[]> {
  const definitions = new Map<number, SnippetPart>();
  collectDefinitions(parts, definitions);
  return new Map(
    [...definitions].flatMap(([number, part]) =>
      part.type === 'choice' ? [[number, part.choices] as const] : [],
    ),
  );
}

/** The default and, for each choice, each of its other values: every text that one decision leads to. */
export function variantsOf(parts: readonly SnippetPart[]): readonly ReadonlyMap<number, string>[] {
  const others = [...choicesOf(parts)].flatMap(([number, choices]) =>
    choices.slice(1).map((choice) => new Map([[number, choice]])),
  );
  return [new Map(), ...others];
}

/** All parts, nested ones too. */
export function* allParts(parts: readonly SnippetPart[]): Iterable<SnippetPart> {
  for (const part of parts) {
    yield part;
    if ('parts' in part) yield* allParts(part.parts);
  }
}

/** The first part that gives a tab stop its text decides for all of that number. */
function collectDefinitions(parts: readonly SnippetPart[], into: Map<number, SnippetPart>): void {
  for (const part of allParts(parts)) {
    if ((part.type === 'placeholder' || part.type === 'choice') && !into.has(part.number))
      into.set(part.number, part);
  }
}

function writePart(
  part: SnippetPart,
  definitions: ReadonlyMap<number, SnippetPart>,
  { chosen, variables = sampleVariables, transformed = true }: Expansion,
  write: (part: SnippetPart) => string,
): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'choice':
      return chosen?.get(part.number) ?? part.choices[0] ?? '';
    case 'placeholder':
      return part.parts.map(write).join('');
    case 'stop': {
      const definition = definitions.get(part.number);
      const text = definition ? write(definition) : '';
      return part.transform && transformed ? applyTransform(part.transform, text) : text;
    }
    case 'variable': {
      const value = variables[part.name] ?? '';
      if (part.transform) return applyTransform(part.transform, value);
      return value === '' ? part.parts.map(write).join('') : value;
    }
    default:
      return part satisfies never;
  }
}

function applyTransform({ pattern, replacement }: Transform, text: string): string {
  const matched = new RegExp(pattern.source, pattern.flags).test(text);
  // A transform that matches nothing still writes what its formats give for groups that are not set.
  if (!matched) return replacement.some(hasAlternative) ? format(replacement, []) : text;
  return text.replace(pattern, (...found: unknown[]) => {
    const end = found.findIndex((each) => typeof each === 'number');
    const groups = found.slice(0, end).map((group) => (typeof group === 'string' ? group : ''));
    return format(replacement, groups);
  });
}

function hasAlternative(part: FormatPart): boolean {
  return part.type === 'group' && part.whenUnset !== undefined;
}

function format(replacement: readonly FormatPart[], groups: readonly string[]): string {
  return replacement
    .map((part) => (part.type === 'text' ? part.text : formatGroup(part, groups[part.group] ?? '')))
    .join('');
}

function formatGroup(part: Extract<FormatPart, { type: 'group' }>, value: string): string {
  if (part.whenSet !== undefined && value !== '') return part.whenSet;
  if (part.whenUnset !== undefined && value === '') return part.whenUnset;
  if (part.whenSet !== undefined) return '';
  return part.changeCase ? changeCase(part.changeCase, value) : value;
}

function changeCase(change: CaseChange, value: string): string {
  const words = value.match(/[a-z0-9]+/gi) ?? [];
  switch (change) {
    case 'upcase':
      return value.toLocaleUpperCase();
    case 'downcase':
      return value.toLocaleLowerCase();
    case 'capitalize':
      return capitalized(value);
    case 'pascalcase':
      return words.map(capitalized).join('');
    case 'camelcase':
      return words.map((word, index) => (index === 0 ? uncapitalized(word) : capitalized(word))).join('');
    default:
      return change satisfies never;
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function uncapitalized(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
