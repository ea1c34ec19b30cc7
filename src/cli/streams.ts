/** A text stream of the process. */
export interface TextOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What a command may use of its surroundings. */
export interface Surroundings {
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The day of the call, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Exit codes of the contract. */
export const exit = { clean: 0, findings: 1, misuse: 2 } as const;

/** The exit code of a command. */
export type ExitCode = (typeof exit)[keyof typeof exit];

/** A mistake of the caller: shown as one line, exit code 2. */
export class UsageError extends Error {
  readonly isUsage = true;
}

/** Whether an error is the caller's mistake; told by its mark, for each bundle has a class of its own. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'isUsage' in error;
}
