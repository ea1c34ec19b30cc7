import type { Span } from '../../core/span';
import { lineEndOf } from '../source-lines';
import { splitWords } from './docker-words';
import { LogicalText } from './logical-text';

/** A here-document of an instruction. */
export interface InstructionHeredoc {
  readonly name: string;
  readonly body: Span;
}

/** One instruction as it stands: continued lines joined, comments between them left out. */
export interface InstructionLines {
  /** From the keyword on; the lines of here-documents follow the first line. */
  readonly logical: LogicalText;
  /** Length of the logical text without here-documents. */
  readonly headLength: number;
  readonly span: Span;
  readonly heredocs: readonly InstructionHeredoc[];
  /** The mark of a here-document that never ends. */
  readonly unclosed: Span | undefined;
}

/** The instructions of a Dockerfile in the order of the text. */
export function splitInstructions(source: string, escape: string): InstructionLines[] {
  const instructions: InstructionLines[] = [];
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  while (at < source.length) {
    const end = lineEndOf(source, at);
    const start = skipBlanks(source, at, end);
    if (start === end || source[start] === '#') {
      at = afterLine(source, end);
      continue;
    }
    const head = readHead(source, start, escape);
    const instruction = readBodies(source, head, escape);
    instructions.push(instruction);
    at = afterLine(source, instruction.span.end);
  }
  return instructions;
}

/** The pieces of a logical line. */
function readHead(source: string, start: number, escape: string): Span[] {
  const pieces: Span[] = [];
  for (let at = start; at < source.length;) {
    const end = lineEndOf(source, at);
    const first = skipBlanks(source, at, end);
    const isLeftOut = pieces.length > 0 && (first === end || source[first] === '#');
    const continuation = isLeftOut ? undefined : continuationStart(source, at, end, escape);
    if (!isLeftOut) pieces.push({ start: at, end: continuation ?? end });
    if (!isLeftOut && continuation === undefined) break;
    at = afterLine(source, end);
  }
  return pieces;
}

/** Where the escape character at a line's end stands; a doubled one continues nothing. */
function continuationStart(source: string, start: number, end: number, escape: string): number | undefined {
  let last = end - 1;
  while (last > start && (source[last] === ' ' || source[last] === '\t')) last--;
  if (last < start || source[last] !== escape) return undefined;
  return last > start && source[last - 1] === escape ? undefined : last;
}

function readBodies(source: string, pieces: readonly Span[], escape: string): InstructionLines {
  const head = new LogicalText(source, pieces);
  const start = pieces[0]?.start ?? 0;
  const headEnd = pieces[pieces.length - 1]?.end ?? start;
  const heredocs: InstructionHeredoc[] = [];
  let unclosed: Span | undefined;
  let end = headEnd;
  for (const mark of heredocMarks(head.text, escape)) {
    const bodyStart = afterLine(source, end);
    const delimiter = findDelimiter(source, bodyStart, mark.name, mark.stripsTabs);
    heredocs.push({ name: mark.name, body: { start: bodyStart, end: delimiter?.start ?? source.length } });
    end = delimiter?.end ?? source.length;
    if (!delimiter) unclosed ??= head.sourceSpan(mark.span);
  }
  const span = { start, end: trimmedEnd(source, start, end) };
  const whole = heredocs.length === 0 ? head : new LogicalText(source, [...pieces, { start: headEnd, end }]);
  return { logical: whole, headLength: head.text.length, span, heredocs, unclosed };
}

interface HeredocMark {
  readonly name: string;
  readonly stripsTabs: boolean;
  readonly span: Span;
}

/** Marks of here-documents: words of their own, and only where the builder reads them. */
function heredocMarks(head: string, escape: string): HeredocMark[] {
  if (!head.includes('<<') || !/^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(head)) return [];
  const marks: HeredocMark[] = [];
  for (const { span } of splitWords(head, 0, escape)) {
    const mark = /^\d*<<(-?)(["']?)([^-<"'\s][^<"'\s]*)\2$/.exec(head.slice(span.start, span.end));
    if (mark?.[3] !== undefined) marks.push({ name: mark[3], stripsTabs: mark[1] === '-', span });
  }
  return marks;
}

function findDelimiter(source: string, start: number, name: string, stripsTabs: boolean): Span | undefined {
  for (let at = start; at < source.length;) {
    const end = lineEndOf(source, at);
    const line = source.slice(at, end);
    if ((stripsTabs ? line.replace(/^\t+/, '') : line) === name) return { start: at, end };
    at = afterLine(source, end);
  }
  return undefined;
}

function skipBlanks(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && (source[at] === ' ' || source[at] === '\t')) at++;
  return at;
}

function trimmedEnd(source: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(source.charAt(last - 1))) last--;
  return last;
}

/** The start of the next line; the end of the text where there is none. */
function afterLine(source: string, offset: number): number {
  const at = source.indexOf('\n', offset);
  return at < 0 ? source.length : at + 1;
}
