import type { Comment, DocumentModel, Format, SyntaxProblem } from '../../core/document';
import type { Span } from '../../core/span';
import type { Entry, ScalarStyle } from '../../core/tree';
import { documentModel, mapNode, scalarNode } from '../node-builders';
import { lineEndOf } from '../source-lines';
import { envEdits } from './env-edits';

/** Files of environment variables, as Compose and dotenv read them. */
export const envFormat: Format = {
  id: 'env',
  fileNames: [/^\.env(?:\..+)?$/i, /\.env$/i, /^\.envrc$/i],
  languages: ['dotenv', 'env'],
  multiDocument: false,
  edits: envEdits,
  commentMark: '#',
  comments: (text) => readLines(text).comments,
  load: () => Promise.resolve(),
  parse(text) {
    const document = readEnv(text);
    return document.problems.length > 0 ? undefined : document;
  },
  parseTolerant: readEnv,
};

interface Lines {
  readonly entries: Entry[];
  readonly comments: Comment[];
  readonly problems: SyntaxProblem[];
  readonly masked: Span[];
}

function readEnv(text: string): DocumentModel {
  const { entries, problems, masked } = readLines(text);
  const root = entries.length > 0 ? mapNode(entries, { start: 0, end: text.length }) : undefined;
  return documentModel('env', text, root, { problems, masked });
}

function readLines(text: string): Lines {
  const lines: Lines = { entries: [], comments: [], problems: [], masked: [] };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const end = readLine(text, at, lines);
    const next = text.indexOf('\n', end);
    at = next < 0 ? text.length : next + 1;
  }
  return lines;
}

/** Reads what begins on the line; gives where it ends, for a quoted value maybe lines below. */
function readLine(text: string, lineStart: number, lines: Lines): number {
  const lineEnd = lineEndOf(text, lineStart);
  let start = lineStart;
  while (start < lineEnd && /\s/.test(text.charAt(start))) start++;
  if (start === lineEnd) return lineEnd;
  if (text[start] === '#') {
    addComment(text, { start, end: lineEnd }, lines);
    return lineEnd;
  }
  const head = /^(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(=?)[ \t]*/.exec(
    text.slice(start, Math.min(lineEnd, start + 1000)),
  );
  const [whole, key, equals] = head ?? [];
  if (whole === undefined || key === undefined) {
    lines.problems.push({ message: 'This is no variable.', span: { start, end: lineEnd } });
    return lineEnd;
  }
  const keyStart = start + whole.indexOf(key, whole.startsWith('export') && key !== 'export' ? 6 : 0);
  const keySpan = { start: keyStart, end: keyStart + key.length };
  // A name alone hands on a variable of the shell that is around, so nothing is said here.
  if (equals === '') return lineEnd;
  return readValue(text, { key, keySpan }, start + whole.length, lineEnd, lines);
}

interface Key {
  readonly key: string;
  readonly keySpan: Span;
}

function readValue(text: string, key: Key, start: number, lineEnd: number, lines: Lines): number {
  const quote = text[start];
  if (quote !== '"' && quote !== "'" && quote !== '`')
    return readPlainValue(text, key, start, lineEnd, lines);
  const closing = findClosing(text, quote, start + 1);
  if (closing === undefined) {
    const span = { start, end: lineEnd };
    lines.problems.push({ message: 'The quote is not closed.', span: { start, end: start + 1 } });
    lines.masked.push(span);
    lines.entries.push({ ...key, value: scalarNode(text.slice(start + 1, lineEnd), span) });
    return lineEnd;
  }
  const inner = text.slice(start + 1, closing);
  const style: ScalarStyle = quote === '"' ? 'double' : 'single';
  const decoded =
    quote === '"'
      ? inner.replace(/\\([nrt"\\$])/g, (_, escaped: string) => escapes[escaped] ?? escaped)
      : inner;
  lines.entries.push({ ...key, value: scalarNode(decoded, { start, end: closing + 1 }, style) });
  const rest = lineEndOf(text, closing);
  const comment = /^\s*#/.exec(text.slice(closing + 1, rest));
  if (comment) addComment(text, { start: closing + comment[0].length, end: rest }, lines);
  return rest;
}

function readPlainValue(text: string, key: Key, start: number, lineEnd: number, lines: Lines): number {
  const line = text.slice(start, lineEnd);
  const hash = line.startsWith('#') ? 0 : /\s#/.exec(line)?.index;
  const value = (hash === undefined ? line : line.slice(0, hash)).trimEnd();
  lines.entries.push({ ...key, value: scalarNode(value, { start, end: start + value.length }) });
  if (hash !== undefined) addComment(text, { start: start + line.indexOf('#', hash), end: lineEnd }, lines);
  return lineEnd;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function findClosing(text: string, quote: string, start: number): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\' && quote === '"') at++;
  }
  return undefined;
}

function addComment(text: string, span: Span, lines: Lines): void {
  lines.comments.push({ text: text.slice(span.start, span.end), span });
}
