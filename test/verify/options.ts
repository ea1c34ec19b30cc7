/** What `npm run verify` was asked to do. */
export interface Options {
  readonly rows: 'changed' | 'all';
  /** Only rows whose id has one of these in it. */
  readonly only: readonly string[];
  /** Rows that have not begun by then are skipped, and said to be. */
  readonly limitMs: number;
  readonly action: 'run' | 'table' | 'list' | 'stale' | 'help';
}

/** The text of `--help`. */
export const help = `npm run verify -- [--changed | --all] [--only TEXT]... [--minutes N] [--table | --list | --stale]

  --changed    rows that changed, never ran or did not pass (default)
  --all        every row
  --only TEXT  of those, rows whose id has TEXT in it: data-pipeline/kafka, /defaults/, /mutation
  --minutes N  for CI: only rows that were published, quick checks first, none begun after that time; the others are
               named and count as skipped
  --table      print the table of the published results
  --list       print the rows that would run
  --stale      print the published rows whose hash is stale; ends with 1 if there are any
`;

/** Reads the arguments; an unknown one is an error with the help. */
export function readOptions(args: readonly string[]): Options | { readonly error: string } {
  const only: string[] = [];
  let rows: Options['rows'] = 'changed';
  let limitMs = Infinity;
  let action: Options['action'] = 'run';
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const value = argument === '--only' ? rest.shift() : undefined;
    const minutes = argument === '--minutes' ? Number(rest.shift()) : undefined;
    if (argument === '--all') rows = 'all';
    else if (argument === '--changed') rows = 'changed';
    else if (value !== undefined) only.push(value);
    else if (minutes !== undefined && minutes > 0) limitMs = minutes * 60_000;
    else if (
      argument === '--table' ||
      argument === '--list' ||
      argument === '--stale' ||
      argument === '--help'
    ) {
      action = actions[argument];
    } else return { error: `Unknown argument ${argument}.\n${help}` };
  }
  return { rows, only, limitMs, action };
}

const actions = { '--table': 'table', '--list': 'list', '--stale': 'stale', '--help': 'help' } as const;
