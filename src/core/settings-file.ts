import type { DocumentModel } from './document';
import type { Severity } from './rule';
import type { RuleSetting, Settings } from './settings';
import type { Span } from './span';
import { effectiveEntries, resolve } from './tree';
import type { ResolvedNode, ScalarNode } from './tree';

/** Name of the file that a team shares its settings in; the nearest folder's wins. */
export const settingsFileName = '.ai-patterns.yaml';

/** A place in the settings file that means nothing. */
export interface SettingsProblem {
  readonly message: string;
  readonly span: Span;
}

/** What a settings file says, and what of it was not understood. Unknown parts change nothing. */
export interface ReadSettings {
  readonly settings: Partial<Settings>;
  readonly problems: readonly SettingsProblem[];
}

/** Reads a settings file; `isRule` tells which rule ids (or `technology/*`) exist. */
export function readSettings(document: DocumentModel, isRule: (id: string) => boolean): ReadSettings {
  return new SettingsReader(isRule).read(resolve(document.root));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class SettingsReader {
  private readonly problems: SettingsProblem[] = [];
  private readonly settings: Mutable<Partial<Settings>> = {};

  constructor(private readonly isRule: (id: string) => boolean) {}

  read(root: ResolvedNode | undefined): ReadSettings {
    if (root && root.type !== 'map') this.problem('The settings must be keys with values.', root.span);
    if (root?.type === 'map') {
      for (const { entry } of effectiveEntries(root))
        this.take(entry.key, resolve(entry.value), entry.keySpan);
    }
    return { settings: this.settings, problems: this.problems };
  }

  private take(key: string, value: ResolvedNode | undefined, keySpan: Span): void {
    switch (key) {
      case 'version':
        if (textOf(value) !== '1')
          this.problem('Only version 1 of the settings is known.', value?.span ?? keySpan);
        return;
      case 'environment': {
        const environment = this.choice(value, ['auto', 'local', 'prod'] as const, keySpan);
        if (environment) this.settings.environment = environment;
        return;
      }
      case 'opinions': {
        const answer = this.choice(value, ['true', 'false'] as const, keySpan);
        if (answer) this.settings.opinions = answer === 'true';
        return;
      }
      case 'mute':
        this.settings.mute = this.texts(value, keySpan);
        return;
      case 'ignore':
        this.settings.ignore = this.texts(value, keySpan);
        return;
      case 'templates':
        this.settings.templates = this.texts(value, keySpan);
        return;
      case 'versions':
        this.settings.versions = this.versions(value, keySpan);
        return;
      case 'rules':
        this.settings.rules = this.rules(value, keySpan);
        return;
      default:
        this.problem(`There is no setting "${key}".`, keySpan);
    }
  }

  private rules(value: ResolvedNode | undefined, keySpan: Span): Map<string, RuleSetting> {
    const rules = new Map<string, RuleSetting>();
    if (value?.type !== 'map') {
      this.problem('Rules are given as `technology/name: severity`.', keySpan);
      return rules;
    }
    for (const { entry } of effectiveEntries(value)) {
      if (!this.isRule(entry.key)) {
        this.problem(`There is no rule "${entry.key}".`, entry.keySpan);
        continue;
      }
      const setting = this.rule(resolve(entry.value), entry.keySpan);
      if (setting) rules.set(entry.key, setting);
    }
    return rules;
  }

  private versions(value: ResolvedNode | undefined, keySpan: Span): Map<string, string> {
    const versions = new Map<string, string>();
    if (value?.type !== 'map') {
      this.problem('Versions are given as `technology: version`.', keySpan);
      return versions;
    }
    for (const { entry } of effectiveEntries(value)) {
      const version = textOf(resolve(entry.value));
      if (version !== undefined && /^v?\d+(?:\.\d+)*/.test(version)) versions.set(entry.key, version);
      else this.problem('Must be a version, such as "4.1".', resolve(entry.value)?.span ?? entry.keySpan);
    }
    return versions;
  }

  private rule(value: ResolvedNode | undefined, keySpan: Span): RuleSetting | undefined {
    if (value?.type !== 'map') {
      const severity = this.choice(value, severities, keySpan);
      return severity && { severity, options: {} };
    }
    let severity: RuleSetting['severity'];
    const options: Record<string, unknown> = {};
    for (const { entry } of effectiveEntries(value)) {
      const inner = resolve(entry.value);
      if (entry.key === 'severity') severity = this.choice(inner, severities, entry.keySpan);
      else options[entry.key] = plainOf(inner);
    }
    return { severity, options };
  }

  private choice<T extends string>(
    value: ResolvedNode | undefined,
    choices: readonly T[],
    keySpan: Span,
  ): T | undefined {
    const text = textOf(value);
    const found = choices.find((choice) => choice === text);
    if (found === undefined) this.problem(`Must be one of ${choices.join(', ')}.`, value?.span ?? keySpan);
    return found;
  }

  private texts(value: ResolvedNode | undefined, keySpan: Span): string[] {
    if (value?.type !== 'list') {
      this.problem('Must be a list.', keySpan);
      return [];
    }
    return value.items.map(resolve).flatMap((item) => (item?.type === 'scalar' ? [item.text] : []));
  }

  private problem(message: string, span: Span): void {
    this.problems.push({ message, span });
  }
}

// YAML 1.1 editors may turn a bare `off` into false; both mean off here.
const severities = ['off', 'info', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[];

function textOf(node: ResolvedNode | undefined): string | undefined {
  if (node?.type !== 'scalar') return undefined;
  return node.style === 'plain' && node.text === 'false' ? 'false' : node.text;
}

function plainOf(node: ResolvedNode | undefined): unknown {
  if (node?.type === 'list') return node.items.map((item) => plainOf(resolve(item)));
  return node?.type === 'scalar' ? plainScalar(node) : undefined;
}

function plainScalar({ text, style }: ScalarNode): string | number | boolean {
  if (style !== 'plain') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
