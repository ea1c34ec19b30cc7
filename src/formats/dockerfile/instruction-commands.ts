import type { Span } from '../../core/span';
import type { ListNode, MapNode, ScalarNode } from '../../core/tree';
import { listNode, mapOf, scalarNode } from '../node-builders';
import type { DockerWord } from './docker-words';
import type { InstructionLines } from './instruction-lines';
import { scanShell } from './shell';
import type { ShellCommand, ShellWord } from './shell';

/** What an instruction runs. */
export interface InstructionCommands {
  /** Words of all commands, redirections left out. */
  readonly words: readonly ScalarNode[];
  readonly commands: ListNode | undefined;
  readonly substitutions: ListNode | undefined;
}

interface Place {
  readonly text: string;
  toSource(span: Span): Span;
}

const running = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);
const shells = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z|k)?sh$/;

/** Reads the commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK, whichever form they are written in. */
export function instructionCommands(
  lines: InstructionLines,
  keyword: string,
  start: number,
  exec: readonly DockerWord[] | undefined,
  escape: string,
): InstructionCommands {
  const { logical } = lines;
  if (!running.has(keyword)) return { words: [], commands: undefined, substitutions: undefined };
  const script = exec ? shellArgument(logical.text, exec) : scriptSpan(lines, start);
  if (!script) return execCommand(lines, exec ?? []);
  const place: Place = {
    text: logical.text.slice(script.start, script.end),
    toSource: (span) =>
      logical.sourceSpan({ start: span.start + script.start, end: span.end + script.start }),
  };
  const { commands, substitutions } = scanShell(place.text, { backslashEscapes: escape === '\\' });
  return {
    words: commands.flatMap((command) => command.words.map((word) => wordNode(place, word))),
    commands: commandList(place, commands, lines.span),
    substitutions: substitutions.length > 0 ? commandList(place, substitutions, lines.span) : undefined,
  };
}

/** What the shell reads: the text after the flags, or the here-document itself where nothing else is said. */
function scriptSpan({ logical, headLength, heredocs }: InstructionLines, start: number): Span {
  const only =
    heredocs.length === 1 && /^<<-?(["']?)[^\s<>|&;"']+\1\s*$/.test(logical.text.slice(start, headLength));
  if (!only) return { start, end: logical.text.length };
  const bodyStart = logical.text.indexOf('\n', headLength) + 1;
  const body = heredocs[0]?.body;
  return { start: bodyStart, end: bodyStart + (body ? body.end - body.start : 0) };
}

/** The script in `["sh", "-c", "script"]`, unless escapes shift its characters. */
function shellArgument(text: string, words: readonly DockerWord[]): Span | undefined {
  const [program, option, script] = words;
  if (!program || !option || !script) return undefined;
  if (!shells.test(program.text) || !/^-[a-z]*c$/.test(option.text)) return undefined;
  const span = { start: script.span.start + 1, end: script.span.end - 1 };
  return text.slice(span.start, span.end).includes('\\') ? undefined : span;
}

function execCommand({ logical, span }: InstructionLines, words: readonly DockerWord[]): InstructionCommands {
  const nodes = words.map((word) => scalarNode(word.text, logical.sourceSpan(word.span), 'double'));
  const [name] = nodes;
  if (!name) return { words: nodes, commands: undefined, substitutions: undefined };
  const operator = scalarNode('', { start: span.end, end: span.end });
  const command = mapOf({ name, words: listNode(nodes, span), operator }, span);
  return { words: nodes, commands: listNode([command], span), substitutions: undefined };
}

function commandList(place: Place, commands: readonly ShellCommand[], span: Span): ListNode | undefined {
  return commands.length > 0
    ? listNode(
        commands.map((command) => commandNode(place, command)),
        span,
      )
    : undefined;
}

function commandNode(place: Place, command: ShellCommand): MapNode {
  const span = place.toSource(command.span);
  const wordList = (words: readonly ShellWord[]): ListNode =>
    listNode(
      words.map((word) => wordNode(place, word)),
      span,
    );
  const redirects = command.redirects.map(({ operator, target, span: whole }) =>
    mapOf(
      {
        operator: scalarNode(
          operator,
          place.toSource({ start: whole.start, end: whole.start + operator.length }),
        ),
        target: target && wordNode(place, target),
      },
      place.toSource(whole),
    ),
  );
  return mapOf(
    {
      name: command.name && wordNode(place, command.name),
      words: wordList(command.words),
      operator: scalarNode(command.operator, { start: span.end, end: span.end }),
      assignments: command.assignments.length > 0 ? wordList(command.assignments) : undefined,
      redirects: redirects.length > 0 ? listNode(redirects, span) : undefined,
    },
    span,
  );
}

function wordNode(place: Place, { text, span, quoted }: ShellWord): ScalarNode {
  const first = place.text[span.start];
  const style = quoted && first === '"' ? 'double' : quoted && first === "'" ? 'single' : 'plain';
  return scalarNode(text, place.toSource(span), style);
}
