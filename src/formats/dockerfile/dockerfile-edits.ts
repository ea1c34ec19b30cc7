import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit, Span } from '../../core/span';
import type { Entry, MapNode, ScalarNode, TreeNode } from '../../core/tree';
import { bareText } from '../node-builders';
import { wholeLines } from '../source-lines';

/** Edits of Dockerfiles: a word, a flag, a whole instruction; what stands between is never guessed. */
export const dockerfileEdits: FormatEdits = {
  setScalar,
  replace: (document, entry, value) =>
    entry.value.type === 'scalar' ? setScalar(document, entry.value, value) : undefined,
  insert: () => undefined,
  remove: removeFlag,
  renameKey: () => undefined,
  append: () => undefined,
  removeItem(document, _list, item) {
    if (isInstruction(item)) return [{ span: wholeLines(document.text, item.span), text: '' }];
    return item.type === 'scalar' ? removeWord(document, item.span) : undefined;
  },
};

function setScalar({ text }: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined {
  const bare = bareText(value);
  const written = text.slice(node.span.start, node.span.end);
  if (bare === undefined || bare === '' || /[\r\n]/.test(bare)) return undefined;
  if (/^"[^"]*"$/.test(written))
    return /["$`\\]/.test(bare) ? undefined : [{ span: node.span, text: `"${bare}"` }];
  if (/^'[^']*'$/.test(written))
    return bare.includes("'") ? undefined : [{ span: node.span, text: `'${bare}'` }];
  if (written !== node.text) return undefined;
  const mayHoldBlanks = /\s/.test(node.text);
  return !mayHoldBlanks && /[\s"'\\`]/.test(bare) ? undefined : [{ span: node.span, text: bare }];
}

/** Takes out `--name=value` and the blanks behind it. */
function removeFlag(document: DocumentModel, _map: MapNode, entry: Entry): Edit[] | undefined {
  const { start } = entry.keySpan;
  if (!document.text.startsWith('--', start)) return undefined;
  return removeWord(document, { start, end: Math.max(entry.keySpan.end, entry.value.span.end) });
}

/** Takes out a word with the blanks behind it, else with those before; lines stay as they are. */
function removeWord({ text }: DocumentModel, { start, end }: Span): Edit[] | undefined {
  if (text[start] === '"' && /[[,]\s*$/.test(text.slice(Math.max(0, start - 100), start))) return undefined;
  const behind = /^[ \t]+/.exec(text.slice(end, end + 1000))?.[0].length ?? 0;
  if (behind > 0) return [{ span: { start, end: end + behind }, text: '' }];
  const before = /[ \t]+$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0].length ?? 0;
  return [{ span: { start: start - before, end }, text: '' }];
}

function isInstruction(node: TreeNode): boolean {
  return node.type === 'map' && node.entries.some((entry) => entry.key === 'keyword');
}
