import type { DocumentModel, FormatId, PlainValue, SyntaxProblem } from '../core/document';
import type { Span } from '../core/span';
import type { Entry, ListNode, MapNode, ScalarNode, ScalarStyle, TreeNode } from '../core/tree';

/** A scalar of the text and the place given. */
export function scalarNode(text: string, span: Span, style: ScalarStyle = 'plain'): ScalarNode {
  return { type: 'scalar', text, style, span };
}

/** A scalar that says exactly what stands in the source there. */
export function scalarAt(source: string, span: Span): ScalarNode {
  return scalarNode(source.slice(span.start, span.end), span);
}

/** A map of the entries given. */
export function mapNode(entries: readonly Entry[], span: Span, flow = false): MapNode {
  return { type: 'map', entries, span, flow };
}

/** A list of the items given. */
export function listNode(items: readonly TreeNode[], span: Span, flow = false): ListNode {
  return { type: 'list', items, span, flow };
}

/** An entry; a key that does not stand in the text is underlined where its value begins. */
export function entryOf(key: string, value: TreeNode, keySpan: Span = leastSpan(value)): Entry {
  return { key, keySpan, value };
}

/** The map of the values that are there, in the order given. */
export function mapOf(values: Readonly<Record<string, TreeNode | undefined>>, span: Span): MapNode {
  const entries: Entry[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (value) entries.push(entryOf(key, value));
  }
  return mapNode(entries, span);
}

/** What one sub-document says; `incomplete` text proves nothing by what it lacks. */
export function documentModel(
  format: FormatId,
  text: string,
  root: TreeNode | undefined,
  more: { problems?: readonly SyntaxProblem[]; incomplete?: boolean; masked?: readonly Span[] } = {},
): DocumentModel {
  const { problems = [], incomplete = false, masked = [] } = more;
  return { format, text, root, problems, templated: incomplete || hasTemplateLines(text), masked };
}

/** Whether lines of the text are a template engine's: Helm and Go templates, Jinja, ERB. */
export function hasTemplateLines(text: string): boolean {
  return /^[ \t]*(?:\{\{|\{%|<%)/m.test(text);
}

/** The text without a byte order mark, every offset kept. */
export function blankByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}

/** A scalar value as bare text; undefined for what is no scalar. */
export function bareText(value: PlainValue): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function leastSpan(node: TreeNode): Span {
  if (node.type === 'map') return node.entries[0]?.keySpan ?? node.span;
  if (node.type === 'list') return node.items[0] ? leastSpan(node.items[0]) : node.span;
  return node.span;
}
