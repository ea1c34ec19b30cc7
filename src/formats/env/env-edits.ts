import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit } from '../../core/span';
import type { MapNode, ScalarNode } from '../../core/tree';
import { bareText } from '../node-builders';
import { lineBreakOf, lineStartOf, wholeLines } from '../source-lines';

/** Edits of environment files, line by line. */
export const envEdits: FormatEdits = {
  setScalar,
  replace: (document, entry, value) =>
    entry.value.type === 'scalar' ? setScalar(document, entry.value, value) : undefined,
  insert,
  remove: ({ text }, _map, entry) => [
    { span: wholeLines(text, { start: entry.keySpan.start, end: entry.value.span.end }), text: '' },
  ],
  renameKey: (_document, entry, key) =>
    /^[A-Za-z_]\w*$/.test(key) ? [{ span: entry.keySpan, text: key }] : undefined,
  append: () => undefined,
  removeItem: () => undefined,
};

function setScalar(_document: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined {
  const after = written(value, node.style);
  return after === undefined ? undefined : [{ span: node.span, text: after }];
}

function insert({ text }: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined {
  const last = map.entries[map.entries.length - 1];
  const after = written(value, 'plain');
  if (!last || after === undefined || !/^[A-Za-z_]\w*$/.test(key)) return undefined;
  if (map.entries.some((entry) => entry.key === key)) return undefined;
  const lead =
    /^\s*export\s+/.exec(text.slice(lineStartOf(text, last.keySpan.start), last.keySpan.start))?.[0] ?? '';
  const { end } = wholeLines(text, last.value.span);
  const line = `${lead}${key}=${after}`;
  const complete = text[end - 1] === '\n';
  return [
    { span: { start: end, end }, text: complete ? line + lineBreakOf(text) : lineBreakOf(text) + line },
  ];
}

/** In the quotes of before; in double ones where the text would otherwise be read differently. */
function written(value: PlainValue, style: ScalarNode['style']): string | undefined {
  const bare = bareText(value);
  if (bare === undefined || /[\r\n]/.test(bare)) return undefined;
  if (style === 'single' && !bare.includes("'")) return `'${bare}'`;
  if (style === 'plain' && /^[\w.:/@%+=,-]*$/.test(bare)) return bare;
  return /[$`]/.test(bare) ? undefined : `"${bare.replace(/["\\]/g, '\\$&')}"`;
}
