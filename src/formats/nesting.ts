/** How deep brackets may nest before a text is not read: parsers that call themselves run out of stack. */
export const deepestNesting = 500;

/** Whether brackets outside strings nest deeper than a recursive parser can bear. */
export function isNestedTooDeep(text: string, quotes: string): boolean {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote || character === '\n') quote = '';
    } else if (quotes.includes(character)) quote = character;
    else if (character === '[' || character === '{') {
      if (++depth > deepestNesting) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}
