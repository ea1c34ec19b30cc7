import type { ProjectOptions, ProjectParts } from './project';
import { folderOf } from './scopes';
import { defaultSettings, mergeSettings } from './settings';
import type { Settings } from './settings';
import { readSettings } from './settings-file';
import type { ReadSettings, SettingsProblem } from './settings-file';

/** A settings file that lies above the project's folder. */
export interface OuterSettings {
  readonly text: string;
  /** The project's folder, relative to the folder of the settings. */
  readonly inside: string;
}

/** The settings of a project, layer over layer: the host's, those of each folder from the outermost in, what is forced. */
export class SettingsLayers {
  private readonly files = new Map<string, Partial<Settings>>();
  private outer: readonly { readonly inside: string; readonly settings: Partial<Settings> }[] = [];
  /** Settings by folder, so that all files of a folder share one object. */
  private readonly merged = new Map<string, Settings>();
  private readonly ignored = new Map<string, boolean>();

  constructor(
    private readonly parts: ProjectParts,
    private options: ProjectOptions,
  ) {}

  setOptions(options: ProjectOptions): void {
    this.options = options;
    this.forget();
  }

  /** Takes the text of a folder's settings file, or its absence. */
  setFile(folder: string, text: string | undefined): readonly SettingsProblem[] {
    const read = text === undefined ? undefined : this.read(text);
    if (read) this.files.set(folder, read.settings);
    else this.files.delete(folder);
    this.forget();
    return read?.problems ?? [];
  }

  /** Takes the settings files above the project's folder, outermost first; answers with the problems of each. */
  setOuter(files: readonly OuterSettings[]): readonly (readonly SettingsProblem[])[] {
    const read = files.map(({ text, inside }) => ({ inside, ...this.read(text) }));
    this.outer = read;
    this.forget();
    return read.map(({ problems }) => problems);
  }

  /** The settings that hold for a file. */
  of(path: string): Settings {
    const folder = folderOf(path);
    const known = this.merged.get(folder);
    if (known) return known;
    const { base = {}, forced = {} } = this.options;
    let settings = mergeSettings(defaultSettings, base);
    for (const layer of this.layersOf(path)) settings = mergeSettings(settings, layer.settings);
    settings = mergeSettings(settings, forced);
    this.merged.set(folder, settings);
    return settings;
  }

  /** Whether a file is not to be checked; globs count from the folder of their settings file. */
  isIgnored(path: string): boolean {
    if (this.options.noIgnore === true) return false;
    const known = this.ignored.get(path);
    if (known !== undefined) return known;
    const answer = this.layersOf(path).some(({ inner, settings }) =>
      (settings.ignore ?? []).some((glob) => this.isMeant(inner, glob)),
    );
    this.ignored.set(path, answer);
    return answer;
  }

  /** Settings files that rule a path, outermost first, with the path as each sees it. */
  private layersOf(path: string): { readonly inner: string; readonly settings: Partial<Settings> }[] {
    if (this.options.noConfig === true) return [];
    const above = this.outer.map(({ inside, settings }) => ({ inner: `${inside}/${path}`, settings }));
    const within = foldersOf(path).flatMap((folder) => {
      const settings = this.files.get(folder);
      return settings ? [{ inner: folder === '' ? path : path.slice(folder.length + 1), settings }] : [];
    });
    return [...above, ...within];
  }

  /** A glob that names a folder means all that is in it. */
  private isMeant(path: string, glob: string): boolean {
    const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
    for (let part = path; part !== ''; part = folderOf(part))
      if (this.parts.matchesGlob(part, plain)) return true;
    return false;
  }

  private read(text: string): ReadSettings {
    const format = this.parts.registry.format('yaml');
    return readSettings(format.parse(text) ?? format.parseTolerant(text), (id) => this.isRule(id));
  }

  private isRule(id: string): boolean {
    const { registry, crossRules } = this.parts;
    if (id.endsWith('/*')) return true;
    return [...registry.rules.values(), ...crossRules].some(
      (rule) => rule.id === id || rule.formerly?.includes(id) === true,
    );
  }

  private forget(): void {
    this.merged.clear();
    this.ignored.clear();
  }
}

/** The folders above a file, outermost first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
