import type { EnvironmentSign } from './kind';
import type { RuleInfo, Severity } from './rule';

/** What a whole file is meant for. */
export type Environment = 'local' | 'prod';

const localSegment =
  /(?:^|[/._-])(?:dev|local|examples?|tests?|demo|quickstart|tutorial|sandbox|kind|minikube)(?=$|[/._-])/i;

/**
 * The environment of a file: local if its workspace-relative path says so, or if a part of it is plainly
 * local and no part speaks of several machines; else prod.
 */
export function guessEnvironment(path: string, signs: readonly (EnvironmentSign | undefined)[]): Environment {
  if (localSegment.test(path)) return 'local';
  return signs.includes('local') && !signs.includes('shared') ? 'local' : 'prod';
}

/** The severity of a finding in that environment: replication, transport and authentication matter less on a laptop. */
export function severityIn(environment: Environment, rule: RuleInfo, severity: Severity): Severity {
  return environment === 'local' && rule.environment !== undefined ? 'info' : severity;
}
