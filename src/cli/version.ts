declare const AI_PATTERNS_VERSION: string | undefined;

/** The version that the build put in. */
export function version(): string {
  return typeof AI_PATTERNS_VERSION === 'string' ? AI_PATTERNS_VERSION : '0.0.0';
}
