import { byCodeUnit } from './canonical';
import type { Template } from './template';

/** What the index tells of a template before it is loaded. */
export interface TemplateSummary {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly formerly: readonly string[];
  readonly file: string;
  /** Where a template of the user's own comes from. */
  readonly origin?: string;
}

/** A template of the user's own, and the source it was read from. */
export interface OwnTemplate {
  readonly template: Template;
  readonly origin: string;
}

/** Gives the templates of the user's own that are trusted; `ask` reads them anew and may ask for trust. */
export interface OwnCollections {
  list(): Promise<readonly OwnTemplate[]>;
  ask(): Promise<void>;
}

/** What the index tells of a blueprint before it is loaded. */
export interface BlueprintSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

interface StoreIndex {
  readonly templates: readonly TemplateSummary[];
  readonly systems: readonly BlueprintSummary[];
  readonly blueprints: Readonly<Record<string, string>>;
}

/** The shipped templates, as the build wrote them, each read when it is wanted; and those of the user's own. */
export class TemplateStore {
  private index: Promise<StoreIndex> | undefined;
  private readonly loaded = new Map<string, Promise<Template>>();

  /** `read` gives the text of a file of the built templates folder. */
  constructor(
    private readonly read: (file: string) => Promise<string>,
    private readonly own?: OwnCollections,
  ) {}

  /** The user's own, which stand for shipped ones of the same id, and the shipped ones, by id. */
  async list(): Promise<readonly TemplateSummary[]> {
    const own = (await this.ownTemplates()).map(summaryOf);
    const { templates } = await this.readIndex();
    if (own.length === 0) return templates;
    const shipped = templates.filter(({ id }) => !own.some((each) => each.id === id));
    return [...own, ...shipped].sort((a, b) => byCodeUnit(a.id, b.id));
  }

  /** Reads the user's own templates anew, and asks for trust where there is none yet. */
  async refresh(): Promise<void> {
    await this.own?.ask();
  }

  /** Texts of the shipped blueprints, by name. */
  async blueprints(): Promise<Readonly<Record<string, string>>> {
    return (await this.readIndex()).blueprints;
  }

  /** The shipped blueprints, by id. */
  async systems(): Promise<readonly BlueprintSummary[]> {
    return (await this.readIndex()).systems;
  }

  /** The template of that id, or of that former id. */
  async find(id: string): Promise<Template | undefined> {
    const summary = (await this.list()).find((each) => each.id === id || each.formerly.includes(id));
    if (!summary) return undefined;
    if (summary.origin !== undefined)
      return (await this.ownTemplates()).find(({ template }) => template.manifest.id === summary.id)
        ?.template;
    let template = this.loaded.get(summary.file);
    if (!template) {
      template = this.read(summary.file).then(parseTemplate);
      this.loaded.set(summary.file, template);
    }
    return template;
  }

  async all(): Promise<readonly Template[]> {
    const templates: Template[] = [];
    for (const { id } of await this.list()) {
      const template = await this.find(id);
      if (template) templates.push(template);
    }
    return templates;
  }

  /** The first source that has an id wins. */
  private async ownTemplates(): Promise<readonly OwnTemplate[]> {
    const all = (await this.own?.list()) ?? [];
    const ids = all.map(({ template }) => template.manifest.id);
    return all.filter((_, index) => ids.indexOf(ids[index] ?? '') === index);
  }

  private readIndex(): Promise<StoreIndex> {
    this.index ??= this.read('index.json').then(parseIndex);
    return this.index;
  }
}

function summaryOf({ template: { manifest }, origin }: OwnTemplate): TemplateSummary {
  const { id, version, title, description, formerly } = manifest;
  return { id, version, title, description, formerly, file: '', origin };
}

// Checked border: both files are our own build's output, whose shapes a set test checks.
function parseIndex(text: string): StoreIndex {
  return JSON.parse(text) as StoreIndex;
}

function parseTemplate(text: string): Template {
  return JSON.parse(text) as Template;
}
