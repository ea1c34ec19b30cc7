import type { Finding } from '../core';

/** Whether a value of a plan's findings is a finding; a plan that came through JSON may hold anything. */
export function isFinding(value: unknown): value is Finding {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rule' in value &&
    'message' in value &&
    'path' in value &&
    'range' in value &&
    typeof value.range === 'object' &&
    value.range !== null &&
    'start' in value.range
  );
}
