import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit } from '../../core/span';
import type { ListNode, MapNode } from '../../core/tree';
import { addMember, removeMember } from '../flow-members';
import type { FlowContainer } from '../flow-members';
import { indentOf, lineBreakOf, lineEndOf, wholeLines } from '../source-lines';

/** Edits of HCL: values, lines of blocks, members of lists; a list of maps is written as blocks. */
export const hclEdits: FormatEdits = {
  setScalar(_document, node, value) {
    const after = written(value);
    return after === undefined || node.style === 'literal' ? undefined : [{ span: node.span, text: after }];
  },
  replace(_document, entry, value) {
    const after = written(value);
    const isBlocks = entry.value.type === 'list' && !entry.value.flow;
    return after === undefined || isBlocks ? undefined : [{ span: entry.value.span, text: after }];
  },
  insert,
  remove({ text }, map, entry) {
    const { value } = entry;
    if (map.flow || (value.type === 'list' && !value.flow && value.items.length > 1)) return undefined;
    const { start } = entry.keySpan;
    const lines = wholeLines(text, { start, end: value.span.end });
    const before = text.slice(lines.start, start);
    const behind = text.slice(value.span.end, lineEndOf(text, value.span.end)).trim();
    if (before.trim() !== '' || (behind !== '' && !/^(?:#|\/\/)/.test(behind))) return undefined;
    return [{ span: lines, text: '' }];
  },
  renameKey: (_document, entry, key) =>
    /^[A-Za-z_][\w-]*$/.test(key) ? [{ span: entry.keySpan, text: key }] : undefined,
  append(document, list, value) {
    const after = written(value);
    return list.flow && after !== undefined ? addMember(containerOf(document, list), after) : undefined;
  },
  removeItem: (document, list, item) =>
    list.flow ? removeMember(containerOf(document, list), list.items.indexOf(item)) : undefined,
};

function insert({ text }: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined {
  if (map.flow || text[map.span.start] !== '{' || map.entries.some((entry) => entry.key === key))
    return undefined;
  const around = indentOf(text, map.span.start);
  const lineBreak = lineBreakOf(text);
  const indent = `${around}  `;
  const lines = linesOf(key, value);
  if (!lines) return undefined;
  const block = lines.map((line) => lineBreak + indent + line).join('');
  const inner = text.slice(map.span.start + 1, map.span.end - 1);
  if (inner.trim() === '' && !inner.includes('\n'))
    return [{ span: { start: map.span.start + 1, end: map.span.end - 1 }, text: block + lineBreak + around }];
  const last = map.entries.reduce((end, entry) => Math.max(end, entry.value.span.end), map.span.start + 1);
  const end = lineEndOf(text, last);
  // In a block of one line there is no place for another attribute.
  if (end >= map.span.end) return undefined;
  return [{ span: { start: end, end }, text: block }];
}

/** The attribute, or the blocks that a list of maps stands for. */
function linesOf(key: string, value: PlainValue): readonly string[] | undefined {
  if (!isListOfMaps(value)) {
    const after = written(value);
    return after === undefined ? undefined : [`${key} = ${after}`];
  }
  const lines: string[] = [];
  for (const body of value) {
    lines.push(`${key} {`);
    for (const [name, inner] of Object.entries(body)) {
      const innerLines = linesOf(name, inner);
      if (!innerLines) return undefined;
      lines.push(...innerLines.map((line) => `  ${line}`));
    }
    lines.push('}');
  }
  return lines;
}

function isListOfMaps(value: PlainValue): value is readonly { readonly [key: string]: PlainValue }[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

function written(value: PlainValue): string | undefined {
  if (typeof value === 'string') {
    if (/\p{Cc}/u.test(value)) return undefined;
    return `"${value.replace(/["\\]/g, '\\$&').replace(/([$%])\{/g, '$1$1{')}"`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item: PlainValue) => written(item));
  return items.some((item) => item === undefined) ? undefined : `[${items.join(', ')}]`;
}

function containerOf({ text }: DocumentModel, list: ListNode): FlowContainer {
  return {
    text,
    span: list.span,
    members: list.items.map(({ span }) => span),
    comments: /(?:#|\/\/)[^\r\n]*/g,
  };
}
