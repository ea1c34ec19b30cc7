import type { Gap, RuleInfo } from '../../core';
import type { CheckedFinding } from '../check-files';
import type { Surroundings } from '../streams';

/** What all reporters are given. */
export interface Report {
  readonly findings: readonly CheckedFinding[];
  readonly gaps: readonly Gap[];
  readonly files: number;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly asOf: string;
  readonly rules: ReadonlyMap<string, RuleInfo>;
}

/** Makes the whole output of one format. */
export type Reporter = (report: Report, surroundings: Surroundings) => string;

const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty')).pretty,
  json: async () => (await import('./json')).json,
  sarif: async () => (await import('./sarif')).sarif,
  github: async () => (await import('./github')).github,
  junit: async () => (await import('./junit')).junit,
};

/** Names that `--format` takes. */
export const reporterNames: readonly string[] = Object.keys(reporters);

/** The reporter of that name; throws when there is none. */
export async function reporterNamed(name: string): Promise<Reporter> {
  const load = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  if (!load) throw new Error(`There is no reporter "${name}".`);
  return load();
}
