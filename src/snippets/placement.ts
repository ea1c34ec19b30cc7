import type { Snippet } from './snippet';

/** Where a snippet goes and what goes there. */
export interface Placement {
  /** Lines and characters that are replaced; an empty range inserts. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  /** The body with its indentation and what has to stand around it, in VS Code's grammar. */
  readonly body: string;
}

/** Finds the place for a snippet near the cursor, and how deep it has to stand there. */
export function placeSnippet(
  { body, format, inserts }: Pick<Snippet, 'body' | 'format' | 'inserts'>,
  lines: readonly string[],
  cursor: { readonly line: number; readonly character: number },
): Placement {
  if (lines.every(isBlank)) return replaceLines(lines, 0, lines.length - 1, `${body}\n$0`);
  if (inserts === 'file' && format === 'yaml') return placeDocument(body, lines, cursor.line);
  const line = lines[cursor.line] ?? '';
  if (!isBlank(line)) {
    const indent = indentAfter(line, format === 'yaml');
    return insertAt(cursor.line, line.length, `\n${indented(body, indent)}`);
  }
  const indent = line === '' ? indentAbove(lines, cursor.line, format === 'yaml') : line;
  return replaceLines(lines, cursor.line, cursor.line, indented(body, indent));
}

/** One more YAML document: into an empty one, or behind the one that the cursor is in. */
function placeDocument(body: string, lines: readonly string[], cursorLine: number): Placement {
  const starts = (line: string): boolean => /^---(?:\s|$)/.test(line);
  let first = cursorLine;
  while (first > 0 && !starts(lines[first] ?? '')) first--;
  let next = cursorLine + 1;
  while (next < lines.length && !starts(lines[next] ?? '')) next++;
  const own = lines.slice(starts(lines[first] ?? '') ? first + 1 : first, next);
  if (own.every(isBlank)) {
    const from = next - own.length;
    if (own.length > 0) return replaceLines(lines, from, next - 1, next < lines.length ? body : `${body}\n`);
    return insertAt(first, (lines[first] ?? '').length, `\n${body}\n`);
  }
  let last = next - 1;
  while (isBlank(lines[last] ?? '')) last--;
  return replaceTail(lines, last, next, body);
}

/** Puts a document between the last line of one and the start of the next, or the end of the file. */
function replaceTail(lines: readonly string[], last: number, next: number, body: string): Placement {
  return {
    start: { line: last, character: (lines[last] ?? '').length },
    end: { line: next - 1, character: (lines[next - 1] ?? '').length },
    body: `\n---\n${body}${next < lines.length ? '' : '\n'}`,
  };
}

function insertAt(line: number, character: number, body: string): Placement {
  return { start: { line, character }, end: { line, character }, body };
}

function replaceLines(lines: readonly string[], first: number, last: number, body: string): Placement {
  return {
    start: { line: first, character: 0 },
    end: { line: last, character: (lines[last] ?? '').length },
    body,
  };
}

/** Every line of a body that says something, moved to the right. */
function indented(body: string, indent: string): string {
  return body.replace(/^(?=[^\n])/gm, indent);
}

function indentAbove(lines: readonly string[], line: number, opens: boolean): string {
  for (let above = line - 1; above >= 0; above--) {
    const text = lines[above] ?? '';
    if (!isBlank(text)) return indentAfter(text, opens);
  }
  return '';
}

/** The indentation of what follows a line: deeper after a key without value, and level with a list item's keys. */
function indentAfter(line: string, isYaml: boolean): string {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (!isYaml) return indent;
  const item = /^\s*((?:-\s+)+)/.exec(line)?.[1] ?? '';
  const deeper = /:\s*(?:#.*)?$/.test(line) ? '  ' : '';
  return indent + ' '.repeat(item.length) + deeper;
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
