import type { DocumentModel, Format, FormatId } from '../document';
import type { Kind, Mount, Path, Technology, View, ViewId } from '../kind';
import { RuleOptions } from '../rule';
import type { Rule } from '../rule';
import { configuredOptions, isActive } from '../settings';
import type { Settings } from '../settings';
import { findEntry, resolve } from '../tree';
import type { MapNode } from '../tree';

/** One rule at one place of a view. */
export interface RuleUse {
  readonly rule: Rule;
  readonly path: Path;
}

/** A node of the tree of all paths that rules of one view look at. */
export interface TrieNode {
  readonly children: Map<string, TrieNode>;
  star: TrieNode | undefined;
  readonly rules: RuleUse[];
  readonly mounts: Mount[];
}

/** A technology with its rules, as the generated table lists them. */
export interface TechnologyPack {
  readonly technology: Technology;
  readonly rules: readonly Rule[];
}

/** View that every Kubernetes resource is, beside its own kind. */
export const resourceView: ViewId = 'kubernetes/resource';

/** All formats, kinds, views and rules, indexed for one visit of a document. Built once, then read only. */
export class Registry {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly technologies: readonly Technology[];
  private readonly formats = new Map<FormatId, Format>();
  private readonly views = new Map<ViewId, View>();
  private readonly tries = new Map<ViewId, TrieNode>();
  private readonly uses = new Map<ViewId, RuleUse[]>();
  private readonly byResource = new Map<string, Kind[]>();
  private readonly byContent = new Map<FormatId, Kind[]>();
  private readonly options = new WeakMap<Settings, Map<Rule, RuleOptions | undefined>>();

  constructor(formats: readonly Format[], packs: readonly TechnologyPack[]) {
    for (const format of formats) this.formats.set(format.id, format);
    this.technologies = packs.map((pack) => pack.technology);
    const rules = new Map<string, Rule>();
    for (const pack of packs) {
      for (const view of pack.technology.views) this.addView(view);
      for (const kind of pack.technology.kinds) this.addKind(kind);
      for (const rule of pack.rules) {
        if (rules.has(rule.id)) throw new Error(`Two rules have the id ${rule.id}.`);
        rules.set(rule.id, rule);
        this.addUses(rule);
      }
    }
    this.rules = rules;
  }

  /** The same formats, kinds and views, with only these rules: to look places up without checking anything. */
  withRules(rules: readonly Rule[]): Registry {
    const [first, ...others] = this.technologies.map((technology) => ({ technology, rules: [] }));
    const packs = first ? [{ ...first, rules }, ...others] : [];
    return new Registry([...this.formats.values()], packs);
  }

  /** The options of a rule under these settings; undefined when the settings keep it silent. */
  optionsOf(settings: Settings, rule: Rule): RuleOptions | undefined {
    let known = this.options.get(settings);
    if (!known) {
      known = new Map();
      this.options.set(settings, known);
    }
    if (known.has(rule)) return known.get(rule);
    const active = isActive(settings, rule);
    const options = active
      ? new RuleOptions(rule.options ?? {}, configuredOptions(settings, rule))
      : undefined;
    known.set(rule, options);
    return options;
  }

  format(id: FormatId): Format {
    const format = this.formats.get(id);
    if (!format) throw new Error(`There is no format "${id}".`);
    return format;
  }

  /** The format of a file, by its name, else by the editor's language. */
  formatOf(path: string, language?: string): Format | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (const format of this.formats.values()) {
      if (format.fileNames.some((pattern) => pattern.test(name))) return format;
    }
    if (language === undefined) return undefined;
    return [...this.formats.values()].find((format) => format.languages.includes(language));
  }

  view(id: ViewId): View | undefined {
    return this.views.get(id);
  }

  /** All views and kinds, for pages and set tests. */
  allViews(): IterableIterator<View> {
    return this.views.values();
  }

  /** What a sub-document is: often one kind, sometimes none or several. */
  kindsOf(document: DocumentModel, path: string): readonly Kind[] {
    const root = resolve(document.root);
    const found: Kind[] = [];
    if (root?.type === 'map') found.push(...this.resourceKinds(root));
    for (const kind of this.byContent.get(document.format) ?? []) {
      if (kind.recognise?.(document, path)) found.push(kind);
    }
    return found;
  }

  /** The kinds of one Kubernetes resource. */
  resourceKinds(map: MapNode): readonly Kind[] {
    const apiVersion = scalarText(map, 'apiVersion');
    const kindName = scalarText(map, 'kind');
    if (apiVersion === undefined || kindName === undefined) return [];
    const slash = apiVersion.indexOf('/');
    const group = slash < 0 ? '' : apiVersion.slice(0, slash);
    const version = apiVersion.slice(slash + 1);
    const listed = this.byResource.get(`${group}/${kindName}`) ?? [];
    const own = listed.filter(({ resource }) => !resource?.versions || resource.versions.includes(version));
    const any = this.byResource.get('*/*') ?? [];
    return any.length > 0 ? [...own, ...any] : own;
  }

  /** The compiled paths of one view, shared by all places that mount it. */
  trie(id: ViewId): TrieNode {
    const existing = this.tries.get(id);
    if (existing) return existing;
    const root = newTrieNode();
    this.tries.set(id, root);
    for (const use of this.uses.get(id) ?? []) descend(root, use.path).rules.push(use);
    for (const mount of this.views.get(id)?.mounts ?? []) descend(root, mount.at).mounts.push(mount);
    return root;
  }

  private addView(view: View): void {
    if (this.views.has(view.id)) throw new Error(`Two views have the id ${view.id}.`);
    this.views.set(view.id, view);
  }

  private addKind(kind: Kind): void {
    this.addView(kind);
    for (const name of kind.resource?.kinds ?? []) {
      push(this.byResource, `${kind.resource?.group ?? ''}/${name}`, kind);
    }
    if (!kind.recognise) return;
    for (const format of kind.formats) push(this.byContent, format, kind);
  }

  private addUses(rule: Rule): void {
    for (const { view, path } of rule.looksAt) push(this.uses, view, { rule, path });
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function newTrieNode(): TrieNode {
  return { children: new Map(), star: undefined, rules: [], mounts: [] };
}

function descend(root: TrieNode, path: Path): TrieNode {
  let node = root;
  for (const key of path) {
    if (key === '*') {
      node.star ??= newTrieNode();
      node = node.star;
      continue;
    }
    let child = node.children.get(key);
    if (!child) {
      child = newTrieNode();
      node.children.set(key, child);
    }
    node = child;
  }
  return node;
}

function scalarText(map: MapNode, key: string): string | undefined {
  const value = resolve(findEntry(map, key)?.entry.value);
  return value?.type === 'scalar' ? value.text : undefined;
}
