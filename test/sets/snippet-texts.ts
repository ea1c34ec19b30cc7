import { expandSnippet, variantsOf } from '../../src/snippets/expand';
import { parseSnippet } from '../../src/snippets/parse';
import type { SnippetPart } from '../../src/snippets/parse';
import { hereMark } from '../../src/tools/generate/snippet-source';
import type { SourceSnippet } from '../../src/tools/generate/snippet-source';

/** One text that a snippet can become, inside what it was put into. */
export interface SnippetText {
  readonly snippet: SourceSnippet;
  /** What was decided, in words, for the message of a failure. */
  readonly how: string;
  readonly text: string;
  /** Lines that the snippet wrote, from the first, inclusive, to the last, exclusive. */
  readonly lines: { readonly from: number; readonly to: number };
}

/** All texts that one decision leads to: the defaults, and every other value of every choice. */
export function textsOf(snippet: SourceSnippet): readonly SnippetText[] {
  const parts = parseSnippet(snippet.body);
  const states = hasStopTransform(parts) ? [true, false] : [true];
  return variantsOf(parts).flatMap((chosen) =>
    states.map((transformed) => {
      const decisions =
        [...chosen].map(([stop, value]) => `\${${stop}} is ${value}`).join(', ') || 'defaults';
      const how = transformed ? decisions : `${decisions}, before tab stops are left`;
      return { snippet, how, ...placed(snippet, expandSnippet(parts, { chosen, transformed })) };
    }),
  );
}

function hasStopTransform(parts: readonly SnippetPart[]): boolean {
  return parts.some(
    (part) =>
      (part.type === 'stop' && part.transform !== undefined) ||
      ('parts' in part && hasStopTransform(part.parts)),
  );
}

/** Puts a text where the host says, indented as VS Code does it. */
function placed(snippet: SourceSnippet, text: string): Pick<SnippetText, 'text' | 'lines'> {
  const { host } = snippet;
  if (host === undefined) return { text: `${text}\n`, lines: { from: 0, to: text.split('\n').length } };
  const at = host.indexOf(hereMark);
  if (at < 0) throw new Error(`${snippet.prefix}: the host has no ${hereMark}.`);
  const before = host.slice(0, at);
  const indent = /[^\n]*$/.exec(before)?.[0].match(/^\s*/)?.[0] ?? '';
  const indented = text
    .split('\n')
    .join(`\n${indent}`)
    .replace(/^[ \t]+$/gm, '');
  const from = before.split('\n').length - 1;
  return {
    text: before + indented + host.slice(at + hereMark.length),
    lines: { from, to: from + text.split('\n').length },
  };
}

/** The host alone, as far as it can stand without the snippet. */
export function hostAlone({ host }: SourceSnippet): string | undefined {
  return host?.replace(new RegExp(`^[ \\t]*(?:- )?${hereMark}\\n?`, 'm'), '').replace(hereMark, '');
}
