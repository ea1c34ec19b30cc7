import { UsageError, exit, isUsageError } from './streams';
import type { ExitCode, Surroundings } from './streams';
import { version } from './version';

/** Runs the command line; never throws. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      surroundings.stdout.write(help);
      return name === undefined ? exit.misuse : exit.clean;
    }
    if (name === '--version') {
      surroundings.stdout.write(`${version()}\n`);
      return exit.clean;
    }
    // The built program has all commands in a file of their own.
    const { commandNamed, commandNames } = await import('./commands');
    const command = commandNamed(name);
    if (!command)
      throw new UsageError(`There is no command "${name}". Commands: ${commandNames().join(', ')}.`);
    return await (await command()).run(rest, surroundings);
  } catch (error) {
    surroundings.stderr.write(`ai-patterns: ${messageOf(error)}\n`);
    return exit.misuse;
  }
}

function messageOf(error: unknown): string {
  if (isUsageError(error)) return error.message;
  if (isArgumentError(error)) return `${error.message} Run ai-patterns --help.`;
  // Our own failure: the stack helps whoever reports it.
  return `internal failure, please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

const help = `ai-patterns: scaffold AI systems and find anti-patterns in their configuration.

  ai-patterns new <pattern>/<component> | <blueprint>  [--dest DIR] [--answer k=v]... [--answers FILE] [--yes]
                                                       [--bind PORT=COMPONENT.PORT]... [--dry-run] [--format json]
                                                       [--trust ORIGIN]...
  ai-patterns apply PLAN.json [--trust ORIGIN]...
  ai-patterns update [--dest DIR] [--check] [--yes] [--trust ORIGIN]...
  ai-patterns undo [--dest DIR] [--yes]
  ai-patterns eject FILE
  ai-patterns check PATH... [--workspace DIR] [--changed REF] [--format pretty|json|sarif|github|junit]
                    [--fail-on error|warning|info|never] [--rules recommended|all|ID,...] [--fix]
                    [--baseline FILE] [--as-of DATE] [--no-suppressions] [--no-config]
  ai-patterns rules | templates | snippets | technologies [--format json]
  ai-patterns rules test DIR [--as-of DATE] [--format json]
  ai-patterns explain RULE
  ai-patterns template lint|test DIR
  ai-patterns report [PATH...] [--output FILE]
  ai-patterns migrate FILE... [--dry-run] [--yes]
  ai-patterns lsp --stdio
  ai-patterns mcp

Exit codes: 0 clean, 1 findings at or above --fail-on (default: warning), 2 wrong use or unreadable input.
`;
