/** Cuts a name into words at marks, blanks and changes from small to capital letters. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** The ways to write a name that expressions and templates may ask for. */
export const namings = {
  snake: (text: string) => wordsOf(text).join('_').toLowerCase(),
  kebab: (text: string) => wordsOf(text).join('-').toLowerCase(),
  constant: (text: string) => wordsOf(text).join('_').toUpperCase(),
  pascal: (text: string) => wordsOf(text).map(capital).join(''),
  camel: (text: string) => {
    const [first = '', ...rest] = wordsOf(text);
    return first.toLowerCase() + rest.map(capital).join('');
  },
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
} as const;

/** The name of a way to write a name. */
export type Naming = keyof typeof namings;

/** Whether a word names a way to write a name. */
export function isNaming(word: string): word is Naming {
  return Object.hasOwn(namings, word);
}

/** The text before the first separator, or all of it. */
export function textBefore(text: string, separator: string): string {
  const at = text.indexOf(separator);
  return at < 0 ? text : text.slice(0, at);
}

/** The text after the first separator, or nothing. */
export function textAfter(text: string, separator: string): string {
  const at = text.indexOf(separator);
  return at < 0 ? '' : text.slice(at + separator.length);
}
