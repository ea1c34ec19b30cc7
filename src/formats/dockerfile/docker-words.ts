import type { Span } from '../../core/span';

/** One word of an instruction, its quotes and escapes taken off. */
export interface DockerWord {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
}

/** Words between blanks, as instructions other than RUN read them. */
export function splitWords(text: string, from: number, escape: string): DockerWord[] {
  const words: DockerWord[] = [];
  let at = from;
  while (at < text.length) {
    if (isBlank(text[at])) {
      at++;
      continue;
    }
    const word = readWord(text, at, escape);
    words.push(word);
    at = word.span.end;
  }
  return words;
}

/** The text with quotes and escapes taken off. */
export function unquote(text: string, escape: string): string {
  return text.trim() === ''
    ? text
    : splitWords(text, 0, escape)
        .map((word) => word.text)
        .join(' ');
}

function readWord(text: string, start: number, escape: string): DockerWord {
  let decoded = '';
  let quote = '';
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === '' && isBlank(character)) break;
    if (character === escape && quote !== "'" && at + 1 < text.length) {
      const next = text.charAt(++at);
      decoded += quote === '"' && next !== '"' && next !== '$' && next !== escape ? escape + next : next;
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      quoted = true;
    } else decoded += character;
  }
  return { text: decoded, span: { start, end: at }, quoted };
}

/** The words of the JSON form; undefined where the text is not a list of strings, which means the shell form. */
export function jsonWords(text: string, from: number): DockerWord[] | undefined {
  const source = text.slice(from).trim();
  if (!source.startsWith('[') || !source.endsWith(']') || !isListOfStrings(source)) return undefined;
  const words: DockerWord[] = [];
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at)) {
    let end = at + 1;
    while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    const span = { start: at, end: end + 1 };
    words.push({ text: String(JSON.parse(text.slice(span.start, span.end))), span, quoted: true });
    at = span.end;
  }
  return words;
}

function isListOfStrings(source: string): boolean {
  if (!/^\[\s*(?:"|\]$)/.test(source)) return false;
  try {
    const value: unknown = JSON.parse(source);
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  } catch {
    return false; // The builder, too, takes what is no JSON as a shell command.
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}
