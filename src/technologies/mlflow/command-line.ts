import { isPlaceholder, resolve } from '../../core';
import type { DocumentModel, ResolvedNode, Span, TreeNode } from '../../core';
import { scanShell } from '../../formats/dockerfile/shell';

/** One word of a command as it stands in the file. */
export interface CommandWord {
  readonly text: string;
  readonly span: Span;
  /** False where something else supplies a part of it. */
  readonly isKnown: boolean;
}

/** The words of all commands that a scalar or a list runs, each command apart, `NAME=value` in front included. */
export function commandsIn(
  node: TreeNode | undefined,
  document: DocumentModel,
): readonly (readonly CommandWord[])[] {
  const resolved = resolve(node);
  if (resolved?.type === 'scalar') return inScript(scriptOf(resolved, document), resolved.span.start);
  if (resolved?.type !== 'list') return [];
  const words = resolved.items.flatMap((item): CommandWord[] => {
    const word = resolve(item);
    if (word?.type !== 'scalar') return [];
    return [{ text: word.text, span: word.span, isKnown: !isPlaceholder(word.text) }];
  });
  const shell = words.findIndex(({ text }) => /^-\w*c$/.test(text));
  const script = shell > 0 ? resolve(resolved.items[shell + 1]) : undefined;
  if (script?.type !== 'scalar') return [words];
  return inScript(scriptOf(script, document), script.span.start);
}

/** Commands of a script; those of `sh -c "…"` instead of the shell that runs them. */
function inScript(script: string, start: number): readonly (readonly CommandWord[])[] {
  return scanShell(script).commands.flatMap(({ words, assignments }) => {
    const shell = words.findIndex(({ text }) => /^-\w*c$/.test(text));
    const inner = shell > 0 ? words[shell + 1] : undefined;
    if (inner?.quoted && /^(?:.*\/)?(?:ba|da|a)?sh$/.test(words[0]?.text ?? '')) {
      const text = script.slice(inner.span.start + 1, inner.span.end - 1);
      return inScript(text, start + inner.span.start + 1);
    }
    return [
      [...assignments, ...words].map(({ text, span, dynamic }) => ({
        text,
        span: { start: start + span.start, end: start + span.end },
        isKnown: !dynamic && !isPlaceholder(text),
      })),
    ];
  });
}

/** The script of a scalar, as long as its token, so that places in it are places in the file. */
function scriptOf(node: Extract<ResolvedNode, { type: 'scalar' }>, document: DocumentModel): string {
  const source = document.text.slice(node.span.start, node.span.end);
  switch (node.style) {
    case 'single':
    case 'double':
      return ` ${onOneLine(source.slice(1, -1))} `;
    case 'literal':
      return source;
    case 'folded':
    case 'plain':
      return onOneLine(source);
  }
}

function onOneLine(text: string): string {
  return text.replace(/\\?\r?\n/g, (found) => ' '.repeat(found.length));
}
