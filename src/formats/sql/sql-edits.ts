import type { DocumentModel, FormatEdits, PlainValue } from '../../core/document';
import type { Edit, Span } from '../../core/span';
import type { Entry, MapNode, ScalarNode, TreeNode } from '../../core/tree';
import { addMember, removeMember } from '../flow-members';
import type { FlowContainer } from '../flow-members';
import { bareText } from '../node-builders';
import { isBlankBetween, lineEndOf, lineStartOf, wholeLines } from '../source-lines';

/** Edits of SQL: values and options, and whole statements that have their lines to themselves. */
export const sqlEdits: FormatEdits = {
  setScalar,
  replace: (document, entry, value) =>
    entry.value.type === 'scalar' ? setScalar(document, entry.value, value) : undefined,
  insert: insertOption,
  remove(document, map, entry) {
    const container = optionsContainer(document, map);
    return container && removeMember(container, map.entries.indexOf(entry));
  },
  renameKey: renameOption,
  append: () => undefined,
  removeItem: (document, _list, item) => removeStatement(document, item),
};

function setScalar({ text }: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined {
  const bare = bareText(value);
  const written = text.slice(node.span.start, node.span.end);
  if (bare === undefined || written === '') return undefined;
  if (/^'[\s\S]*'$/.test(written) && node.style === 'single')
    return [{ span: node.span, text: quoted(bare) }];
  const isPlain = /^[\w.]+$/.test(written) && written === node.text && /^[\w.]+$/.test(bare);
  return isPlain ? [{ span: node.span, text: bare }] : undefined;
}

/** A new option, its key written as the last one's is. */
function insertOption(
  document: DocumentModel,
  map: MapNode,
  key: string,
  value: PlainValue,
): Edit[] | undefined {
  const container = optionsContainer(document, map);
  const last = map.entries[map.entries.length - 1];
  const bare = bareText(value);
  if (!container || !last || bare === undefined || map.entries.some((entry) => entry.key === key))
    return undefined;
  const { text } = document;
  const hasEquals = /^\s*=\s*$/.exec(text.slice(last.keySpan.end, last.value.span.start));
  const quotes = text[last.keySpan.start] === "'";
  if (!hasEquals || (!quotes && !/^[A-Za-z_][\w.]*$/.test(key))) return undefined;
  const literal = typeof value === 'string' || quotes ? quoted(bare) : bare;
  return addMember(container, `${quotes ? quoted(key) : key}${hasEquals[0]}${literal}`);
}

function renameOption({ text }: DocumentModel, entry: Entry, key: string): Edit[] | undefined {
  const written = text.slice(entry.keySpan.start, entry.keySpan.end);
  if (written.startsWith("'")) return [{ span: entry.keySpan, text: quoted(key) }];
  return written === entry.key && /^[A-Za-z_][\w.]*$/.test(key)
    ? [{ span: entry.keySpan, text: key }]
    : undefined;
}

/** One list of options in parentheses; several lists are read as one map and not edited as one. */
function optionsContainer({ text }: DocumentModel, map: MapNode): FlowContainer | undefined {
  const members: Span[] = map.entries.map((entry) => ({
    start: entry.keySpan.start,
    end: entry.value.span.end,
  }));
  if (text[map.span.start] !== '(' || text[map.span.end - 1] !== ')') return undefined;
  const gaps = members.map((member, index) =>
    text.slice(member.end, members[index + 1]?.start ?? map.span.end - 1),
  );
  if (gaps.some((gap) => /[()]/.test(gap.replace(sqlComments, '')))) return undefined;
  return { text, span: map.span, members, comments: sqlComments };
}

const sqlComments = /--[^\r\n]*|\/\*[\s\S]*?\*\//g;

function removeStatement({ text }: DocumentModel, item: TreeNode): Edit[] | undefined {
  const semicolon = /^\s*;/.exec(text.slice(item.span.end, item.span.end + 1000));
  const end = item.span.end + (semicolon?.[0].length ?? 0);
  const isStatement = item.type === 'map' && item.entries[0]?.key === 'kind';
  const standsAlone =
    isBlankBetween(text, lineStartOf(text, item.span.start), item.span.start) &&
    isBlankBetween(text, end, lineEndOf(text, end));
  return isStatement && standsAlone
    ? [{ span: wholeLines(text, { start: item.span.start, end }), text: '' }]
    : undefined;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
