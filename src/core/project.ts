import type { Format } from './document';
import type { Environment } from './environment';
import { FileAnalysis } from './engine/file-analysis';
import type { Registry } from './engine/registry';
import { WorkspaceIndex } from './engine/workspace-index';
import type { CrossRule, Gap, GapRule } from './cross-rule';
import type { Finding, RuleFailure } from './finding';
import { FolderScopes } from './scopes';
import type { IsoDate } from './rule';
import { configuredSeverity } from './settings';
import type { Settings } from './settings';
import { settingsFileName } from './settings-file';
import type { SettingsProblem } from './settings-file';
import { SettingsLayers } from './settings-layers';
import type { OuterSettings } from './settings-layers';
import { folderOf } from './scopes';
import type { TextChange } from './text-slices';

/** What a project is made of. */
export interface ProjectParts {
  readonly registry: Registry;
  readonly crossRules: readonly CrossRule[];
  readonly gapRules: readonly GapRule[];
  /** Whether a relative path is meant by a glob of the settings; globs are a package's work, which core has none of. */
  matchesGlob(path: string, glob: string): boolean;
}

/** How a project checks. */
export interface ProjectOptions {
  readonly today: IsoDate;
  /** Settings that lie under those of the settings files: the editor's, or the command line's. */
  readonly base?: Partial<Settings>;
  /** Settings that lie over them. */
  readonly forced?: Partial<Settings>;
  /** Whether all files of the folder are known. */
  readonly closed: boolean;
  readonly noSuppressions?: boolean;
  readonly noConfig?: boolean;
  /** Checks also what the settings leave out: cases of rules lie in a place that is left out elsewhere. */
  readonly noIgnore?: boolean | undefined;
}

/** One folder's files under analysis: settings by folder, facts over all files, findings of both sorts. Paths are POSIX, relative. */
export class Project {
  private readonly files = new Map<string, FileAnalysis>();
  private readonly settings: SettingsLayers;
  private readonly patches = new Set<string>();
  private readonly index: WorkspaceIndex;
  private options: ProjectOptions;

  constructor(
    private readonly parts: ProjectParts,
    options: ProjectOptions,
  ) {
    this.options = options;
    this.settings = new SettingsLayers(parts, options);
    this.index = new WorkspaceIndex(parts.crossRules, parts.gapRules, new FolderScopes([], options.closed));
  }

  /** Loads what is needed to read a file of that name; undefined when no format reads it. */
  async prepare(path: string, language?: string): Promise<Format | undefined> {
    const format = this.parts.registry.formatOf(path, language);
    await format?.load();
    return format;
  }

  /** Takes a file's whole text. Its format must have been prepared. */
  setFile(path: string, text: string, format: Format): FileAnalysis {
    const analysis = new FileAnalysis(
      this.parts.registry,
      format,
      text,
      this.inputFor(path),
      this.options.noSuppressions,
    );
    analysis.settle();
    const isNew = !this.files.has(path);
    this.files.set(path, analysis);
    if (isNew && FolderScopes.isMarker(path)) this.rescope();
    this.takeFacts(analysis);
    return analysis;
  }

  /** Takes an editor's changes; findings of the file itself are ready at once, those across files with `settle`. */
  changeFile(path: string, changes: readonly TextChange[]): FileAnalysis | undefined {
    const analysis = this.files.get(path);
    analysis?.apply(changes);
    return analysis;
  }

  /** To be called when typing pauses: reads broken parts and joins facts. */
  settle(path: string): void {
    const analysis = this.files.get(path);
    if (!analysis) return;
    if (analysis.needsSettling) analysis.settle();
    this.takeFacts(analysis);
  }

  removeFile(path: string): void {
    this.files.delete(path);
    this.index.removeFile(path);
    if (FolderScopes.isMarker(path)) this.rescope();
  }

  /** Takes a settings file, or its absence; files below its folder are checked again. */
  setSettingsFile(path: string, text: string | undefined): readonly SettingsProblem[] {
    const folder = path.slice(0, Math.max(0, path.length - settingsFileName.length - 1));
    const problems = this.settings.setFile(folder, text);
    this.reconsider((file) => folder === '' || file.startsWith(`${folder}/`));
    return problems;
  }

  /** Takes the settings files above the project's folder, outermost first; answers with the problems of each. */
  setOuterSettings(files: readonly OuterSettings[]): readonly (readonly SettingsProblem[])[] {
    const problems = this.settings.setOuter(files);
    this.reconsider(() => true);
    return problems;
  }

  /** Checks everything again under other options. */
  setOptions(options: ProjectOptions): void {
    this.options = options;
    this.settings.setOptions(options);
    this.reconsider(() => true);
  }

  /** The settings that hold for a file. */
  settingsOf(path: string): Settings {
    return this.settings.of(path);
  }

  /** Whether the settings say that a file is not to be checked. */
  isIgnored(path: string): boolean {
    return this.settings.isIgnored(path);
  }

  file(path: string): FileAnalysis | undefined {
    return this.files.get(path);
  }

  paths(): IterableIterator<string> {
    return this.files.keys();
  }

  /** Findings of one file, with those that join it to others. */
  findingsOf(path: string): Finding[] {
    if (this.isIgnored(path)) return [];
    return [
      ...(this.files.get(path)?.findings() ?? []),
      ...this.configured(this.index.findings().get(path) ?? []),
    ];
  }

  /** Findings of rules that join facts, after settings and suppressions. */
  crossFindings(): Finding[] {
    return this.configured([...this.index.findings().values()].flat());
  }

  private configured(findings: readonly Finding[]): Finding[] {
    return findings.flatMap((finding) => {
      const rule = this.parts.crossRules.find((each) => each.id === finding.rule);
      const analysis = this.files.get(finding.path);
      if (!rule || analysis?.silences(rule, finding.range)) return [];
      const lowered: Environment = analysis?.environment() ?? 'prod';
      const usual = lowered === 'local' && rule.environment !== undefined ? 'info' : finding.severity;
      const severity = configuredSeverity(this.settingsOf(finding.path), rule, usual);
      if (severity === undefined) return [];
      return severity === finding.severity ? [finding] : [{ ...finding, severity }];
    });
  }

  gaps(): Gap[] {
    return this.index.findGaps();
  }

  /** The facts of all files. */
  get facts(): WorkspaceIndex {
    return this.index;
  }

  failures(): (RuleFailure & { readonly path: string })[] {
    return [...this.files].flatMap(([path, file]) =>
      file.failures().map((failure) => ({ ...failure, path })),
    );
  }

  private takeFacts(analysis: FileAnalysis): void {
    const facts = this.isIgnored(analysis.path) ? [] : analysis.facts();
    this.index.setFile(analysis.path, facts);
    for (const fact of facts) {
      if (fact.type !== 'patch-file') continue;
      const target = joinPath(folderOf(analysis.path), fact.name);
      if (this.patches.has(target)) continue;
      this.patches.add(target);
      this.reconsider((file) => file === target);
    }
  }

  private rescope(): void {
    this.index.setScopes(new FolderScopes(this.files.keys(), this.options.closed));
  }

  private reconsider(isMeant: (path: string) => boolean): void {
    for (const [path, file] of this.files) {
      if (!isMeant(path)) continue;
      file.reconsider(this.inputFor(path));
      this.index.setFile(path, this.isIgnored(path) ? [] : file.facts());
    }
  }

  private inputFor(path: string): ConstructorParameters<typeof FileAnalysis>[3] {
    return {
      path,
      today: this.options.today,
      settings: this.settingsOf(path),
      partial: this.patches.has(path),
    };
  }
}

function joinPath(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
