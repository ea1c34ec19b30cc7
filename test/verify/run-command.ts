import { spawn } from 'node:child_process';

/** How a command ended and what it said on both streams. */
export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly timedOut: boolean;
}

/** Where and for how long a command runs. */
export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

const keptOutput = 200_000;

// What runs now; it ends with us, however we end.
const running = new Set<number>();
process.on('exit', () => {
  for (const pid of running) endGroup(pid, 'SIGKILL');
});
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.once(signal, () => process.exit(130));

/** Runs a command to its end or its time limit; it never rejects, a missing program is code 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that its children end with it.
      detached: true,
    });
    if (child.pid !== undefined) running.add(child.pid);
    let output = '';
    let timedOut = false;
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-keptOutput);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child.pid, 'SIGKILL');
    }, options.timeoutMs ?? 600_000);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: String(error), timedOut });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (child.pid !== undefined) running.delete(child.pid);
      resolve({ code: code ?? 1, output: timedOut ? `${output}\ntimed out` : output, timedOut });
    });
  });
}

/** Ends a process group that we started; one that is gone already is no fault. */
export function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}
