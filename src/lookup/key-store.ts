import type { KeySource } from '../core';
import type { KeyFacts, KeyFile, KeySet } from './key-facts';

/** A key with the set that it is of, and what stands before its name. */
export interface FoundKey {
  readonly set: KeySet;
  readonly key: KeyFacts;
  readonly source: KeySource;
}

/** One set, indexed by names, former names included. */
class IndexedSet {
  private readonly byName = new Map<string, KeyFacts>();
  constructor(readonly set: KeySet) {
    for (const key of set.keys) for (const name of key.former ?? []) this.byName.set(name, key);
    for (const key of set.keys) this.byName.set(key.name, key);
  }

  find(name: string): KeyFacts | undefined {
    return this.byName.get(name);
  }
}

/** The key facts of all technologies; a technology's file is read when it is first asked for. */
export class KeyStore {
  private readonly files = new Map<string, Promise<ReadonlyMap<string, IndexedSet>>>();

  /** `read` gives the text of a technology's file, from wherever the host keeps it. */
  constructor(private readonly read: (technology: string) => Promise<string>) {}

  /** The key of that name in the first of the sources that has it. */
  async find(sources: readonly KeySource[], name: string): Promise<FoundKey | undefined> {
    for (const source of sources) {
      const prefix = source.prefix ?? '';
      if (!name.startsWith(prefix)) continue;
      const indexed = await this.indexed(source);
      const key = indexed?.find(name.slice(prefix.length));
      if (indexed && key) return { set: indexed.set, key, source };
    }
    return undefined;
  }

  /** All keys of the sources, each name once. */
  async all(sources: readonly KeySource[]): Promise<readonly (FoundKey & { readonly name: string })[]> {
    const found = new Map<string, FoundKey & { name: string }>();
    for (const source of sources) {
      const set = (await this.indexed(source))?.set;
      for (const key of set?.keys ?? []) {
        const name = (source.prefix ?? '') + key.name;
        if (set && !found.has(name)) found.set(name, { set, key, source, name });
      }
    }
    return [...found.values()];
  }

  private async indexed({ set }: KeySource): Promise<IndexedSet | undefined> {
    const [technology = '', id = ''] = set.split('/');
    let file = this.files.get(technology);
    if (!file) {
      file = this.load(technology);
      this.files.set(technology, file);
    }
    return (await file).get(id);
  }

  private async load(technology: string): Promise<ReadonlyMap<string, IndexedSet>> {
    return new Map(
      Object.entries(keyFile(await this.read(technology)).sets).map(([id, set]) => [id, new IndexedSet(set)]),
    );
  }
}

function keyFile(text: string): KeyFile {
  // The file is ours, written at build time; a test reads every one.
  return JSON.parse(text) as KeyFile;
}
