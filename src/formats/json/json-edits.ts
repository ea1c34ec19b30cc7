import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit } from '../../core/span';
import type { Entry, ListNode, MapNode, TreeNode } from '../../core/tree';
import { addMember, removeMember } from '../flow-members';
import type { FlowContainer } from '../flow-members';
import { indentOf, lineBreakOf } from '../source-lines';

/** Edits of JSON that keep its comments, its commas and its indentation. */
export const jsonEdits: FormatEdits = {
  setScalar: (document, node, value) => overwrite(document, node, value),
  replace: (document, entry, value) => overwrite(document, entry.value, value),
  insert,
  remove: (document, map, entry) => removeMember(containerOf(document, map), map.entries.indexOf(entry)),
  renameKey: (_document, entry, key) => [{ span: entry.keySpan, text: JSON.stringify(key) }],
  append,
  removeItem: (document, list, item) => removeMember(containerOf(document, list), list.items.indexOf(item)),
};

function overwrite(document: DocumentModel, node: TreeNode, value: PlainValue): Edit[] | undefined {
  const { text } = document;
  const blank = node.span.start === node.span.end && text[node.span.start - 1] === ':' ? ' ' : '';
  return [{ span: node.span, text: blank + written(document, value, node.span.start) }];
}

function insert(document: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined {
  if (map.entries.some((entry) => entry.key === key) || !isClosed(document, map, '}')) return undefined;
  return add(
    document,
    map,
    (place, sibling) => `${JSON.stringify(key)}: ${written(document, value, place, sibling)}`,
  );
}

function append(document: DocumentModel, list: ListNode, value: PlainValue): Edit[] | undefined {
  return isClosed(document, list, ']')
    ? add(document, list, (place, sibling) => written(document, value, place, sibling))
    : undefined;
}

function add(
  document: DocumentModel,
  node: MapNode | ListNode,
  member: (place: number, sibling?: string) => string,
): Edit[] | undefined {
  const { text } = document;
  const container = containerOf(document, node);
  const last = container.members[container.members.length - 1];
  if (last) return addMember(container, member(last.start, text.slice(last.start, last.end)));
  const edits = addMember(container, member(node.span.start));
  const [edit] = edits ?? [];
  if (!edit || !text.includes('\n')) return edits;
  const outer = lineBreakOf(text) + indentOf(text, node.span.start);
  const inner = outer + indentUnit(text);
  const body = member(node.span.start).replaceAll(outer, inner);
  return [{ span: edit.span, text: `${inner}${body}${outer}` }];
}

function containerOf({ text }: DocumentModel, node: MapNode | ListNode): FlowContainer {
  const members =
    node.type === 'list'
      ? node.items.map((item) => item.span)
      : node.entries.map((entry) => memberSpan(entry));
  return { text, span: node.span, members, comments: /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g };
}

function memberSpan(entry: Entry): { start: number; end: number } {
  return { start: entry.keySpan.start, end: entry.value.span.end };
}

function isClosed({ text }: DocumentModel, node: MapNode | ListNode, bracket: string): boolean {
  return node.span.end - node.span.start > 1 && text[node.span.end - 1] === bracket;
}

/** The value as it would stand at that place, on one line or several as its sibling or the file has it. */
function written({ text }: DocumentModel, value: PlainValue, place: number, sibling = ''): string {
  const structured = typeof value === 'object' && value !== null;
  const onOneLine = !text.trimEnd().includes('\n') || (/[{[]/.test(sibling) && !sibling.includes('\n'));
  if (!structured || onOneLine) return oneLine(value, /[:,] /.test(text));
  const lines = JSON.stringify(value, null, indentUnit(text)).split('\n');
  return lines.join(lineBreakOf(text) + indentOf(text, place));
}

/** The value on one line, with blanks after colons and commas where the file has them. */
function oneLine(value: PlainValue, spaced: boolean): string {
  if (!spaced || typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: PlainValue) => oneLine(item, spaced)).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${oneLine(item, spaced)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** The first indentation of the file. */
function indentUnit(text: string): string {
  return /^([ \t]+)["[{\d]/m.exec(text)?.[1] ?? '  ';
}
