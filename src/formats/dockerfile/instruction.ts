import type { Span } from '../../core/span';
import type { Entry, MapNode, ScalarNode } from '../../core/tree';
import { entryOf, listNode, mapNode, mapOf, scalarNode } from '../node-builders';
import { jsonWords, splitWords } from './docker-words';
import type { DockerWord } from './docker-words';
import { instructionCommands } from './instruction-commands';
import type { InstructionLines } from './instruction-lines';
import type { LogicalText } from './logical-text';
import { readPairs } from './pairs';

/** One instruction, read. */
export interface Instruction {
  readonly keyword: string;
  readonly keywordSpan: Span;
  readonly lines: InstructionLines;
  /** Words after the flags, places in the source. */
  readonly words: readonly ScalarNode[];
  readonly flags: MapNode;
  /** Maps of name and value, for ENV, ARG and LABEL. */
  readonly pairs: readonly MapNode[];
  readonly node: MapNode;
}

const withFlags = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'HEALTHCHECK']);
const withJsonForm = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME', 'COPY', 'ADD', 'HEALTHCHECK']);
const withPairs = new Set(['ENV', 'ARG', 'LABEL']);

/** Reads the words, flags and commands of an instruction. */
export function readInstruction(lines: InstructionLines, escape: string, at = 0): Instruction {
  const { logical, headLength } = lines;
  const head = logical.text.slice(0, headLength);
  const keywordEnd = at + (/^\S*/.exec(head.slice(at))?.[0].length ?? 0);
  const keyword = head.slice(at, keywordEnd).toUpperCase();
  const argumentsStart = skipBlanks(head, keywordEnd);
  if (keyword === 'ONBUILD' && at === 0 && argumentsStart < headLength) {
    return readInstruction(lines, escape, argumentsStart);
  }
  const keywordSpan = logical.sourceSpan({ start: at, end: keywordEnd });
  const flags = withFlags.has(keyword) ? readFlags(head, argumentsStart, escape) : [];
  const wordsStart = skipBlanks(head, flags[flags.length - 1]?.span.end ?? argumentsStart);
  const bodyStart = keyword === 'HEALTHCHECK' ? afterWord(head, wordsStart, 'CMD') : wordsStart;
  const exec = withJsonForm.has(keyword) ? jsonWords(head, bodyStart) : undefined;
  const plain = exec ? [...splitWords(head.slice(0, bodyStart), wordsStart, escape), ...exec] : undefined;
  const shell = instructionCommands(lines, keyword, bodyStart, exec, escape);
  const words =
    keyword === 'RUN' && !exec
      ? shell.words
      : (plain ?? splitWords(head, wordsStart, escape)).map((word) => wordNode(logical, word));
  const pairs = withPairs.has(keyword) ? readPairs(head, wordsStart, keyword, escape, logical) : [];
  const flagMap = flagsNode(logical, flags, wordsStart);
  const argumentsSpan = { start: argumentsStart, end: head.trimEnd().length };
  const node = mapOf(
    {
      keyword: scalarNode(keyword, keywordSpan),
      arguments: textNode(logical, argumentsSpan),
      flags: flags.length > 0 ? flagMap : undefined,
      words: listNode(
        words,
        logical.sourceSpan({ start: wordsStart, end: Math.max(wordsStart, argumentsSpan.end) }),
      ),
      form: withJsonForm.has(keyword) ? scalarNode(exec ? 'exec' : 'shell', keywordSpan) : undefined,
      pairs: pairs.length > 0 ? listNode(pairs, lines.span) : undefined,
      heredocs: heredocsNode(lines),
      onbuild: at > 0 ? scalarNode('true', keywordSpan) : undefined,
      commands: shell.commands,
      substitutions: shell.substitutions,
    },
    lines.span,
  );
  return { keyword, keywordSpan, lines, words, flags: flagMap, pairs, node };
}

function readFlags(head: string, start: number, escape: string): DockerWord[] {
  const flags: DockerWord[] = [];
  for (const word of splitWords(head, start, escape)) {
    if (!word.text.startsWith('--') || word.quoted) break;
    flags.push(word);
  }
  return flags;
}

function flagsNode(logical: LogicalText, flags: readonly DockerWord[], end: number): MapNode {
  const entries: Entry[] = flags.map(({ text, span }) => {
    const source = logical.text.slice(span.start, span.end);
    const equals = source.indexOf('=');
    const nameEnd = equals < 0 ? span.end : span.start + equals;
    const valueStart = equals < 0 ? span.end : nameEnd + 1;
    const decoded = text.includes('=') ? text.slice(text.indexOf('=') + 1) : 'true';
    const value = scalarNode(decoded, logical.sourceSpan({ start: valueStart, end: span.end }));
    const name = source.slice(2, nameEnd - span.start);
    return entryOf(name, value, logical.sourceSpan({ start: span.start, end: nameEnd }));
  });
  const start = flags[0]?.span.start ?? end;
  return mapNode(entries, logical.sourceSpan({ start, end: flags[flags.length - 1]?.span.end ?? start }));
}

function heredocsNode(lines: InstructionLines): ReturnType<typeof listNode> | undefined {
  if (lines.heredocs.length === 0) return undefined;
  const items = lines.heredocs.map(({ name, body }) => {
    const { text } = lines.logical;
    const bodyEnd =
      text.length - (lines.logical.sourceSpan({ start: text.length, end: text.length }).start - body.end);
    const content = text.slice(bodyEnd - (body.end - body.start), bodyEnd);
    return mapOf({ name: scalarNode(name, body), body: scalarNode(content, body, 'literal') }, body);
  });
  return listNode(items, lines.span);
}

function wordNode(logical: LogicalText, { text, span, quoted }: DockerWord): ScalarNode {
  const style =
    quoted && logical.text[span.start] === '"'
      ? 'double'
      : quoted && logical.text[span.start] === "'"
        ? 'single'
        : 'plain';
  return scalarNode(text, logical.sourceSpan(span), style);
}

function textNode(logical: LogicalText, span: Span): ScalarNode {
  const end = Math.max(span.start, span.end);
  return scalarNode(logical.text.slice(span.start, end), logical.sourceSpan({ start: span.start, end }));
}

function afterWord(head: string, start: number, word: string): number {
  const found = new RegExp(`^${word}\\s+`, 'i').exec(head.slice(start, start + 100));
  return found ? skipBlanks(head, start + found[0].length) : start;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
