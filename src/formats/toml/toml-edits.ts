import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit } from '../../core/span';
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from '../../core/tree';
import { addMember, removeMember } from '../flow-members';
import type { FlowContainer } from '../flow-members';
import { isBlankBetween, lineBreakOf, lineEndOf, lineStartOf, wholeLines } from '../source-lines';

/** Edits of TOML: values, lines of tables, members of arrays and inline tables. */
export const tomlEdits: FormatEdits = {
  setScalar: (document, node, value) => overwrite(document, node, value),
  replace: (document, entry, value) =>
    isValue(entry.value) ? overwrite(document, entry.value, value) : undefined,
  insert: (document, map, key, value) => insert(document, map, key, value),
  remove,
  renameKey: (_document, entry, key) => [{ span: entry.keySpan, text: writtenKey(key) }],
  append(document, list, value) {
    const text = written(value);
    return list.flow && text !== undefined ? addMember(containerOf(document, list), text) : undefined;
  },
  removeItem: (document, list, item) =>
    list.flow ? removeMember(containerOf(document, list), list.items.indexOf(item)) : undefined,
};

function overwrite({ text }: DocumentModel, node: TreeNode, value: PlainValue): Edit[] | undefined {
  const wasLiteral = node.type === 'scalar' && /^'[^']/.test(text.slice(node.span.start, node.span.end));
  const literal = wasLiteral && typeof value === 'string' && /^[^'\p{Cc}]*$/u.test(value);
  const after = literal ? `'${value}'` : written(value);
  return after === undefined ? undefined : [{ span: node.span, text: after }];
}

function insert(document: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined {
  const after = written(value);
  if (after === undefined || map.entries.some((entry) => entry.key === key)) return undefined;
  const pair = `${writtenKey(key)} = ${after}`;
  if (map.flow) return addMember(containerOf(document, map), pair);
  const { text } = document;
  const last = map.entries.findLast((entry) => isValue(entry.value));
  if (last) {
    // What stands before the key is its indentation, or the first parts of a dotted key.
    const before = text.slice(lineStartOf(text, last.keySpan.start), last.keySpan.start);
    return [insertLine(text, lineEndOf(text, last.value.span.end), before + pair)];
  }
  if (text[map.span.start] !== '[') return undefined;
  const header = lineEndOf(text, map.span.start);
  return map.entries.length > 0 ? undefined : [insertLine(text, header, pair)];
}

function insertLine(text: string, lineEnd: number, line: string): Edit {
  return { span: { start: lineEnd, end: lineEnd }, text: lineBreakOf(text) + line };
}

function remove(document: DocumentModel, map: MapNode, entry: Entry): Edit[] | undefined {
  if (map.flow) return removeMember(containerOf(document, map), map.entries.indexOf(entry));
  if (!isValue(entry.value)) return undefined;
  const { text } = document;
  const { end } = entry.value.span;
  const behind = text.slice(end, lineEndOf(text, end)).trim();
  if (behind !== '' && !behind.startsWith('#')) return undefined;
  return [{ span: wholeLines(text, { start: entry.keySpan.start, end }), text: '' }];
}

/** A value stands behind its key; a table does not. */
function isValue(node: TreeNode): node is ScalarNode | MapNode | ListNode {
  return node.type === 'scalar' || (node.type !== 'alias' && node.flow);
}

function containerOf({ text }: DocumentModel, node: MapNode | ListNode): FlowContainer {
  const members =
    node.type === 'list'
      ? node.items.map((item) => item.span)
      : node.entries.map((entry) => ({ start: keyStart(text, entry), end: entry.value.span.end }));
  return { text, span: node.span, members, comments: /#[^\r\n]*/g };
}

/** Where the whole key begins, the parts before a dot included. */
function keyStart(text: string, entry: Entry): number {
  let start = entry.keySpan.start;
  while (start > 0 && !/[{,\n]/.test(text.charAt(start - 1))) start--;
  while (start < entry.keySpan.start && isBlankBetween(text, start, start + 1)) start++;
  return start;
}

function written(value: PlainValue): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('\u007f', '\\u007f');
  if (typeof value !== 'object') return String(value);
  const parts = isList(value)
    ? value.map(written)
    : Object.entries(value).map(([key, inner]) => {
        const text = written(inner);
        return text === undefined ? undefined : `${writtenKey(key)} = ${text}`;
      });
  if (parts.includes(undefined)) return undefined;
  if (isList(value)) return `[${parts.join(', ')}]`;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function isList(value: object): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function writtenKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
