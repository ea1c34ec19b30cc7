import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit } from '../../core/span';
import type { ListNode, MapNode, ScalarNode } from '../../core/tree';
import { bareText } from '../node-builders';
import { lineBreakOf, wholeLines } from '../source-lines';

/** Edits of requirements: a part of a line, a specifier behind a name, a whole line. */
export const requirementsEdits: FormatEdits = {
  setScalar,
  replace: (document, entry, value) =>
    entry.value.type === 'scalar' ? setScalar(document, entry.value, value) : undefined,
  insert: insertSpecifier,
  remove: (_document, _map, entry) =>
    entry.key === 'specifier' ? [{ span: entry.value.span, text: '' }] : undefined,
  renameKey: () => undefined,
  append,
  removeItem: ({ text }, _list, item) =>
    item.type === 'map' ? [{ span: wholeLines(text, item.span), text: '' }] : undefined,
};

function setScalar({ text }: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined {
  const bare = bareText(value);
  const isWritten = text.slice(node.span.start, node.span.end) === node.text;
  return isWritten && isLine(bare) ? [{ span: node.span, text: bare }] : undefined;
}

/** A specifier stands behind the name and its extras. */
function insertSpecifier(
  _document: DocumentModel,
  map: MapNode,
  key: string,
  value: PlainValue,
): Edit[] | undefined {
  const bare = bareText(value);
  const has = (name: string): boolean => map.entries.some((entry) => entry.key === name);
  if (key !== 'specifier' || has('specifier') || has('url') || !isLine(bare)) return undefined;
  const before = map.entries.findLast((entry) => entry.key === 'name' || entry.key === 'extras');
  const end = before?.value.span.end;
  return end === undefined ? undefined : [{ span: { start: end, end }, text: bare }];
}

function append({ text }: DocumentModel, list: ListNode, value: PlainValue): Edit[] | undefined {
  const bare = bareText(value);
  const last = list.items[list.items.length - 1];
  if (!last || !isLine(bare)) return undefined;
  const { end } = wholeLines(text, last.span);
  const lineBreak = lineBreakOf(text);
  const complete = text[end - 1] === '\n';
  return [{ span: { start: end, end }, text: complete ? bare + lineBreak : lineBreak + bare }];
}

function isLine(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '' && !/[\r\n]/.test(text);
}
