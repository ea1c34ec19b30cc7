import { performance } from 'node:perf_hooks';

/** Times of one thing done many times, in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly count: number;
}

/** Does a thing for each input and takes the time of each. */
export function timeEach<T>(inputs: Iterable<T>, task: (input: T) => void): Times {
  const times: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    task(input);
    times.push(performance.now() - start);
  }
  return summary(times);
}

/**
 * The same by the processor time of the whole process, its helper threads included: what a keystroke costs even where
 * other programs keep the processor from us.
 */
export function timeEachOfProcessor<T>(
  inputs: Iterable<T>,
  task: (input: T) => void,
): { readonly wall: Times; readonly processor: Times } {
  const processor: number[] = [];
  const wall = timeEach(inputs, (input) => {
    const before = process.cpuUsage();
    task(input);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  });
  return { wall, processor: summary(processor) };
}

/** Median and tail of a list of times. */
export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1), count: sorted.length };
}

/** Three digits are all that a shared machine can tell. */
export function shown(ms: number): string {
  return `${Number(ms.toPrecision(3))} ms`;
}
