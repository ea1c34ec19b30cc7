import type { NodeView, Span } from '../../core';
import { keywordOf, rawText } from './instructions';
import type { Word } from './instructions';

/** One simple command of a RUN, without `sudo` and the like in front. */
export interface Command {
  /** The program's name without its folder. */
  readonly name: string;
  /** The program first. */
  readonly words: readonly Word[];
  /** What joins it to the next command. */
  readonly operator: string;
  readonly span: Span;
}

const wrappers = new Set(['sudo', 'env', 'exec', 'time', 'nice', 'command', 'eatmydata']);

/** The commands that an instruction runs, in order. */
export function commandsOf(instruction: NodeView): readonly Command[] {
  return (instruction.at('commands')?.items() ?? []).flatMap((command) => {
    const words = (command.at('words')?.items() ?? []).map((word) => ({
      text: rawText(word),
      span: word.span,
    }));
    const bare = unwrapped(words);
    const [program] = bare;
    if (!program) return [];
    const name = program.text.slice(program.text.lastIndexOf('/') + 1);
    return [{ name, words: bare, operator: rawText(command.at('operator')), span: command.span }];
  });
}

/** All commands of a RUN; none for other instructions. */
export function runCommands(instruction: NodeView): readonly Command[] {
  return keywordOf(instruction) === 'RUN' ? commandsOf(instruction) : [];
}

/** Whether a mount of that type covers the path, so that what is written there stays out of the image. */
export function isMounted(instruction: NodeView, path: string): boolean {
  const mounts = (instruction.at('flags')?.entries() ?? []).filter(({ key }) => key === 'mount').map(rawText);
  return mounts.some((mount) => {
    if (!/type=(?:cache|tmpfs)/.test(mount)) return false;
    const target = /(?:target|dst|destination)=([^,]+)/.exec(mount)?.[1] ?? '';
    return path.startsWith(target.replace(/\/$/, '')) || target.startsWith(path);
  });
}

/** Whether the command has one of these options; `-qy` has `-q` and `-y`. */
export function hasOption(command: Command, ...options: string[]): boolean {
  return command.words.some(({ text }) =>
    options.some((option) => {
      if (text === option || text.startsWith(`${option}=`)) return true;
      return /^-[A-Za-z]$/.test(option) && /^-[A-Za-z]{2,}$/.test(text) && text.includes(option.charAt(1));
    }),
  );
}

function unwrapped(words: readonly Word[]): readonly Word[] {
  let at = 0;
  while (at < words.length - 1 && wrappers.has(words[at]?.text ?? '')) {
    at++;
    while (at < words.length - 1 && /^(?:-|\w+=)/.test(words[at]?.text ?? '')) at++;
  }
  return words.slice(at);
}
