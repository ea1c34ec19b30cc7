/** A path of keys into a file's data. */
export type KeyPath = readonly string[];

/**
 * A file as data that can be edited in its text, so that comments, order and layout stay. Each edit gives the new text, or
 * `undefined` where it cannot be made without touching more.
 */
export interface KeyedText {
  readonly text: string;
  /** The data: mappings, lists and scalars. */
  readonly value: unknown;
  /** Adds a key that `from` has at this path. */
  add(path: KeyPath, from: KeyedText): string | undefined;
  /** Gives a key the value that `from` has at this path. */
  set(path: KeyPath, from: KeyedText): string | undefined;
  remove(path: KeyPath): string | undefined;
  /** Adds an item at the end of a list. */
  append(path: KeyPath, item: unknown): string | undefined;
  /** The lines that belong to a key, for formats that copy them; `undefined` elsewhere. */
  sourceOf?(path: KeyPath): string | undefined;
  /** Gives the last key of a path another name. */
  rename?(path: KeyPath, key: string): string | undefined;
}

/** Opens a text, or gives `undefined` where it is broken or has what cannot be edited key by key. */
export type OpenKeyed = (text: string) => KeyedText | undefined;

/** Replaces part of a text. */
export function splice(text: string, start: number, end: number, insert: string): string {
  return text.slice(0, start) + insert + text.slice(end);
}

/** The offset of the start of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the line break of the line that holds an offset, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The line break that a text uses. */
export function endingOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Puts whole lines at an offset, and a line break before them where the text had none at its end. */
export function insertLines(text: string, offset: number, lines: string): string {
  const ending = endingOf(text);
  const before = offset > 0 && text[offset - 1] !== '\n' ? ending : '';
  const body = lines.replace(/\r?\n/g, ending);
  return splice(text, offset, offset, before + (body.endsWith(ending) ? body : body + ending));
}
