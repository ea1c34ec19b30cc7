import type { Template } from './template';

/** What the index tells of a template before it is loaded. */
export interface TemplateSummary {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly formerly: readonly string[];
  readonly file: string;
}

interface StoreIndex {
  readonly templates: readonly TemplateSummary[];
  readonly blueprints: Readonly<Record<string, string>>;
}

/** The shipped templates, as the build wrote them; each is read when it is wanted. */
export class TemplateStore {
  private index: Promise<StoreIndex> | undefined;
  private readonly loaded = new Map<string, Promise<Template>>();

  /** `read` gives the text of a file of the built templates folder. */
  constructor(private readonly read: (file: string) => Promise<string>) {}

  async list(): Promise<readonly TemplateSummary[]> {
    return (await this.readIndex()).templates;
  }

  /** Texts of the shipped blueprints, by name. */
  async blueprints(): Promise<Readonly<Record<string, string>>> {
    return (await this.readIndex()).blueprints;
  }

  /** The template of that id, or of that former id. */
  async find(id: string): Promise<Template | undefined> {
    const summary = (await this.list()).find((each) => each.id === id || each.formerly.includes(id));
    if (!summary) return undefined;
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

  private readIndex(): Promise<StoreIndex> {
    this.index ??= this.read('index.json').then(parseIndex);
    return this.index;
  }
}

// Checked border: both files are our own build's output, whose shapes a set test checks.
function parseIndex(text: string): StoreIndex {
  return JSON.parse(text) as StoreIndex;
}

function parseTemplate(text: string): Template {
  return JSON.parse(text) as Template;
}
