import { Comment as CommentLine, Pair, parseLines } from 'dot-properties';
import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
import type { Entry } from '../../core/tree';
import { documentModel, mapNode, scalarNode } from '../node-builders';
import { propertiesEdits } from './properties-edits';

/** Java properties: one map of keys as Java decodes them. */
export const propertiesFormat: Format = {
  id: 'properties',
  // Pulsar's files are properties under another name; what they are is told by their content.
  fileNames: [/\.properties$/i, /^(?:broker|standalone|proxy|client|bookkeeper|websocket)\.conf$/i],
  languages: ['properties', 'java-properties'],
  multiDocument: false,
  edits: propertiesEdits,
  commentMark: '#',
  comments: findComments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = readProperties(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readProperties,
};

function readProperties(text: string): DocumentModel {
  const start = afterByteOrderMark(text);
  const entries: Entry[] = [];
  const problems: SyntaxProblem[] = [];
  for (const line of parseLines(text.slice(start), true)) {
    if (!(line instanceof Pair)) continue;
    const [keyStart, keyEnd, rawStart, valueEnd] = line.range.map((offset) => offset + start);
    if (keyStart === undefined || keyEnd === undefined) continue;
    if (rawStart === undefined || valueEnd === undefined) continue;
    const span = clamp(text, afterContinuation(text, rawStart, valueEnd), valueEnd);
    entries.push({
      key: line.key,
      keySpan: clamp(text, keyStart, keyEnd),
      value: scalarNode(line.value, span),
    });
    problems.push(...malformedEscapes(text, keyStart, span.end));
  }
  const root = entries.length > 0 ? mapNode(entries, { start: 0, end: text.length }) : undefined;
  return documentModel('properties', text, root, { problems });
}

function findComments(text: string): Comment[] {
  const start = afterByteOrderMark(text);
  const comments: Comment[] = [];
  for (const line of parseLines(text.slice(start), true)) {
    if (!(line instanceof CommentLine)) continue;
    const [from, to] = line.range;
    comments.push({ text: line.comment, span: { start: from + start, end: to + start } });
  }
  return comments;
}

function afterByteOrderMark(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** A backslash at the very end makes the package count one character too many. */
function clamp(text: string, start: number, end: number): { start: number; end: number } {
  const last = Math.min(end, text.length);
  return { start: Math.min(start, last), end: last };
}

/** A value that begins on the next line begins after the backslash and the blanks (the package: only with LF). */
function afterContinuation(text: string, start: number, end: number): number {
  const skipped = /^(?:\\\r?\n[ \t\f]*)+/.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + skipped;
}

/** Java refuses the whole file at a `\u` without four hexadecimal digits. */
function malformedEscapes(text: string, start: number, end: number): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const source = text.slice(start, end);
  for (let at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', at + 2)) {
    if (source[at + 1] !== 'u' || /^[\da-f]{4}/i.test(source.slice(at + 2, at + 6))) continue;
    const span = { start: start + at, end: Math.min(start + at + 6, end) };
    problems.push({ message: 'Java needs four hexadecimal digits after \\u.', span });
  }
  return problems;
}
