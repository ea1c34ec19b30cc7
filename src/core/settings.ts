import type { Environment } from './environment';
import type { RuleInfo, Severity } from './rule';

/** What a team decides about one rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off' | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What `.ai-patterns.yaml` and the editor's settings say, merged: nearest folder first. */
export interface Settings {
  /** `auto` lets each file decide. */
  readonly environment: Environment | 'auto';
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Also report rules whose certainty is `opinion`. */
  readonly opinions: boolean;
  /** Peers whose own extension reports the same: equivalents of ours are silent. */
  readonly mute: readonly string[];
  /** Globs, relative to the settings file's folder. */
  readonly ignore: readonly string[];
  /** Own template sources: folders or zip files with their hash. */
  readonly templates: readonly string[];
  /** Versions in use, by technology, for files that do not say it themselves. */
  readonly versions: ReadonlyMap<string, string>;
}

/** Settings of a workspace that sets nothing. */
export const defaultSettings: Settings = {
  environment: 'auto',
  rules: new Map(),
  opinions: false,
  mute: [],
  ignore: [],
  templates: [],
  versions: new Map(),
};

/** The severity that the settings give a rule's finding; undefined when it is not to be reported. */
export function configuredSeverity(
  settings: Settings,
  rule: RuleInfo,
  usual: Severity,
): Severity | undefined {
  const own = settingOf(settings, rule);
  if (own?.severity === 'off') return undefined;
  if (own?.severity !== undefined) return own.severity;
  if (rule.certainty === 'opinion' && !settings.opinions) return undefined;
  const muted = settings.mute.some((peer) => rule.equivalents.some((known) => known.startsWith(`${peer}:`)));
  return muted ? undefined : usual;
}

/** Options that the settings give a rule. */
export function configuredOptions(settings: Settings, rule: RuleInfo): Readonly<Record<string, unknown>> {
  return settingOf(settings, rule)?.options ?? {};
}

/** Whether a rule can report anything at all under these settings. */
export function isActive(settings: Settings, rule: RuleInfo): boolean {
  return configuredSeverity(settings, rule, rule.severity) !== undefined;
}

function settingOf(settings: Settings, rule: RuleInfo): RuleSetting | undefined {
  for (const id of [rule.id, ...(rule.formerly ?? [])]) {
    const found = settings.rules.get(id);
    if (found) return found;
  }
  const technology = rule.id.slice(0, rule.id.indexOf('/'));
  return settings.rules.get(`${technology}/*`);
}

/** Outer settings overlaid by nearer ones; lists of globs add up, the rest is replaced where given. */
export function mergeSettings(outer: Settings, nearer: Partial<Settings>): Settings {
  return {
    environment: nearer.environment ?? outer.environment,
    rules: new Map([...outer.rules, ...(nearer.rules ?? [])]),
    opinions: nearer.opinions ?? outer.opinions,
    mute: nearer.mute ?? outer.mute,
    ignore: [...outer.ignore, ...(nearer.ignore ?? [])],
    templates: nearer.templates ?? outer.templates,
    versions: new Map([...outer.versions, ...(nearer.versions ?? [])]),
  };
}
