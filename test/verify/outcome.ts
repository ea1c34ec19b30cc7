import type { Ended } from './run-command';

/** What a check came to. */
export type Outcome =
  | { readonly is: 'passed'; readonly detail: string }
  | { readonly is: 'failed'; readonly detail: string }
  | { readonly is: 'skipped'; readonly detail: string }
  | { readonly is: 'absent'; readonly detail: string };

/** It holds. */
export function passed(detail = ''): Outcome {
  return { is: 'passed', detail };
}

/** It does not hold, for this reason. */
export function failed(detail: string): Outcome {
  return { is: 'failed', detail };
}

/** There is nothing of this kind in the project; such a row is not counted. */
export function absent(detail: string): Outcome {
  return { is: 'absent', detail };
}

/** It could not be looked at here, for this reason. */
export function skipped(detail: string): Outcome {
  return { is: 'skipped', detail };
}

/** Judges a command by its exit code, with the end of what it said. */
export function judge(ended: Ended, detail = ''): Outcome {
  return ended.code === 0 && !ended.timedOut ? passed(detail) : failed(ended.output.trim().slice(-3000));
}
