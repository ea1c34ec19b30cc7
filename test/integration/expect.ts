/** Fails unless both are the same value, or the same JSON where they are objects. */
export function assertEqual(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [written(actual), written(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}`);
}

/** Fails with `what` unless the condition holds. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** The value, which must be there. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
}

function written(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
