import type { SyntaxProblem } from '../../core/document';
import { spanOver } from '../../core/span';
import type { Entry, ListNode, MapNode } from '../../core/tree';
import { entryOf, listNode, mapNode, scalarNode } from '../node-builders';
import { readFrom } from './from-node';
import type { From } from './from-node';
import { substituteVariables } from './image-reference';
import type { Instruction } from './instruction';

/** Global arguments and stages of a file, and what stands where it may not. */
export interface Stages {
  readonly entries: readonly Entry[];
  readonly problems: readonly SyntaxProblem[];
}

/** Puts instructions into their stages. */
export function readStages(instructions: readonly Instruction[]): Stages {
  const known = new Map<string, string>();
  const aliases = new Set<string>();
  const globals: MapNode[] = [];
  const stages: MapNode[] = [];
  const problems: SyntaxProblem[] = [];
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const before = firstFrom < 0 ? instructions : instructions.slice(0, firstFrom);
  for (const instruction of before) {
    if (instruction.keyword === 'ARG') globals.push(...readGlobal(instruction, known));
    else problems.push({ message: 'No FROM stands before this.', span: instruction.keywordSpan });
  }
  for (let at = firstFrom; at >= 0 && at < instructions.length;) {
    const [from] = instructions.slice(at, at + 1);
    if (!from) break;
    const end = stageEnd(instructions, at);
    if (from.words.length === 0) problems.push({ message: 'FROM names no image.', span: from.keywordSpan });
    const read = readFrom(from, known, aliases);
    stages.push(stageNode(stages.length, from, read, instructions.slice(at + 1, end)));
    if (read.alias) aliases.add(read.alias.text.toLowerCase());
    at = end;
  }
  const entries: Entry[] = [];
  if (globals.length > 0) entries.push(entryOf('args', listOver(globals)));
  if (stages.length > 0) entries.push(entryOf('stages', listOver(stages)));
  return { entries, problems };
}

function readGlobal(instruction: Instruction, known: Map<string, string>): MapNode[] {
  return instruction.pairs.map((pair) => {
    const [name, value] = pair.entries;
    const text = value?.value.type === 'scalar' ? substituteVariables(value.value.text, known) : undefined;
    if (name?.value.type === 'scalar' && text !== undefined) known.set(name.value.text, text);
    return mapNode(
      pair.entries.map((entry) => (entry.key === 'value' ? { ...entry, key: 'default' } : entry)),
      pair.span,
    );
  });
}

function stageEnd(instructions: readonly Instruction[], from: number): number {
  let end = from + 1;
  while (end < instructions.length && instructions[end]?.keyword !== 'FROM') end++;
  return end;
}

function stageNode(
  index: number,
  from: Instruction,
  read: From,
  instructions: readonly Instruction[],
): MapNode {
  const { keywordSpan } = from;
  const span = {
    start: from.lines.span.start,
    end: instructions.at(-1)?.lines.span.end ?? from.lines.span.end,
  };
  const entries = [
    entryOf('from', read.node, keywordSpan),
    entryOf('index', scalarNode(String(index), keywordSpan)),
    ...(read.alias ? [entryOf('name', read.alias)] : []),
    entryOf(
      'instructions',
      listNode(
        instructions.map(({ node }) => node),
        span,
      ),
      keywordSpan,
    ),
    ...pairsEntry('env', 'ENV', instructions),
    ...pairsEntry('arg', 'ARG', instructions),
  ];
  return mapNode(entries, span);
}

function pairsEntry(key: string, keyword: string, instructions: readonly Instruction[]): Entry[] {
  const pairs = instructions
    .filter((instruction) => instruction.keyword === keyword)
    .flatMap(({ pairs }) => pairs);
  return pairs.length > 0 ? [entryOf(key, listOver(pairs))] : [];
}

function listOver(nodes: readonly MapNode[]): ListNode {
  const first = nodes[0]?.span ?? { start: 0, end: 0 };
  return listNode(
    nodes,
    nodes.reduce((span, node) => spanOver(span, node.span), first),
  );
}
