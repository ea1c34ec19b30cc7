import type { Span } from '../../core/span';
import { lineEndOf } from '../source-lines';

/** The front matter of a text. */
export interface FrontMatter {
  /** What stands before it is blank, so that offsets are those of the text. */
  readonly yaml: string;
  /** Both lines of dashes included. */
  readonly span: Span;
}

/** The YAML between two lines of dashes at the very beginning; undefined while the second one is missing. */
export function frontMatter(text: string): FrontMatter | undefined {
  const opening = /^\uFEFF?---[^\S\r\n]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /^---[^\S\r\n]*$/m;
  for (let line = opening.length; line < text.length;) {
    const end = lineEndOf(text, line);
    if (closing.test(text.slice(line, end))) {
      const yaml = '\n'.repeat(opening.length) + text.slice(opening.length, line);
      return { yaml, span: { start: opening.length - opening.trimStart().length, end } };
    }
    const next = text.indexOf('\n', end);
    line = next < 0 ? text.length : next + 1;
  }
  return undefined;
}
