import { parseTree, visit } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';
import type { Entry, TreeNode } from '../../core/tree';
import { isNestedTooDeep } from '../nesting';
import { blankByteOrderMark, documentModel, listNode, mapNode, scalarNode } from '../node-builders';
import { jsonEdits } from './json-edits';
import { problemMessage } from './problem-message';

/** JSON, with comments and trailing commas where a file has them. */
export const jsonFormat: Format = {
  id: 'json',
  fileNames: [/\.json$/i, /\.jsonc$/i, /\.json5$/i, /\.avsc$/i, /\.asset$/i, /\.webmanifest$/i],
  languages: ['json', 'jsonc'],
  multiDocument: false,
  edits: jsonEdits,
  commentMark: '//',
  comments: findComments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = readJson(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readJson,
};

function readJson(text: string): DocumentModel {
  if (text.trim() === '' || text === '\uFEFF') return documentModel('json', text, undefined);
  if (isNestedTooDeep(text, '"')) {
    const problem = { message: 'Brackets nest too deep to be read.', span: { start: 0, end: text.length } };
    return documentModel('json', text, undefined, { problems: [problem], incomplete: true });
  }
  const errors: ParseError[] = [];
  const tree = parseTree(blankByteOrderMark(text), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const problems = errors.map((error) => problemOf(error, text.length));
  const root = tree && convert(text, tree);
  const masked = problems.length > 0 ? unclosedStrings(text, tree) : [];
  return documentModel('json', text, root, { problems, incomplete: problems.length > 0, masked });
}

function problemOf({ error, offset, length }: ParseError, end: number): SyntaxProblem {
  const start = Math.min(offset, end);
  return { message: problemMessage(error), span: { start, end: Math.min(offset + length, end) } };
}

function convert(text: string, node: Node): TreeNode {
  const span = spanOf(text, node);
  const children = node.children ?? [];
  switch (node.type) {
    case 'array':
      return listNode(
        children.map((child) => convert(text, child)),
        span,
        true,
      );
    case 'object':
      return mapNode(
        children.flatMap((child) => entriesOf(text, child)),
        span,
        true,
      );
    case 'string':
      return scalarNode(String(node.value), span, 'double');
    default:
      return scalarNode(text.slice(span.start, span.end), span);
  }
}

/** A key whose colon is not yet typed says nothing; one without a value is there with an empty one. */
function entriesOf(text: string, property: Node): Entry[] {
  const [key, value] = property.children ?? [];
  if (!key || property.colonOffset === undefined) return [];
  const afterColon = property.colonOffset + 1;
  const written = value ? convert(text, value) : scalarNode('', { start: afterColon, end: afterColon });
  return [{ key: String(key.value), keySpan: spanOf(text, key), value: written }];
}

/** An unclosed comment makes the parser count past the end. */
function spanOf(text: string, node: Node): Span {
  return { start: node.offset, end: Math.min(node.offset + node.length, text.length) };
}

/** Strings that end with their line instead of a quote: half typed, so unknown. */
function unclosedStrings(text: string, root: Node | undefined): Span[] {
  const spans: Span[] = [];
  const waiting = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'string' && !isClosed(text, spanOf(text, node))) spans.push(spanOf(text, node));
    if (node.children) waiting.push(...node.children);
  }
  return spans.sort((a, b) => a.start - b.start);
}

function isClosed(text: string, { start, end }: Span): boolean {
  return /^"(?:[^"\\]|\\[\s\S])*"$/.test(text.slice(start, end));
}

function findComments(text: string): Comment[] {
  if (isNestedTooDeep(text, '"')) return [];
  const comments: Comment[] = [];
  visit(blankByteOrderMark(text), {
    onComment(offset, length) {
      const span = { start: offset, end: Math.min(offset + length, text.length) };
      comments.push({ text: text.slice(span.start, span.end), span });
    },
  });
  return comments;
}
