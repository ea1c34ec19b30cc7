import type { Reference } from '../core';

/** A default that held before a line of releases. */
export interface FormerDefault {
  readonly before: string;
  readonly default: string | null;
}

/** One configuration key, as the software's own definitions tell it. */
export interface KeyFacts {
  readonly name: string;
  readonly type: string;
  /** Null where there is none; left out where the key must be given. */
  readonly default?: string | null;
  readonly importance?: string;
  readonly values?: readonly string[];
  /** Least and greatest number; null is without bound. */
  readonly range?: readonly [number | null, number | null];
  /** What is allowed, where it is neither a list nor a range. */
  readonly allowed?: string;
  /** Producer (`P`), consumer (`C`) or both (`*`). */
  readonly side?: string;
  /** Another name of the same key. */
  readonly alias?: string;
  /** Names that it had before, and that are still read. */
  readonly former?: readonly string[];
  readonly deprecated?: boolean;
  /** True where it can be changed while the server runs. */
  readonly dynamic?: boolean;
  /** The first line that has it, and the first that has it no more; left out where all that were read agree. */
  readonly since?: string;
  readonly removed?: string;
  readonly was?: readonly FormerDefault[];
  /** A page of its own. */
  readonly link?: string;
  /** What it means, in words of ours. */
  readonly about?: string;
}

/** The keys of one part of a product, with what they were read from: a set of `technologies/<slug>/keys.json`. */
export interface KeySet {
  readonly title: string;
  /** The page of a key: `{name}`, `{anchor}` and `{lower}` are filled in. */
  readonly link: string;
  readonly product: string;
  /** Which release facts count its versions. */
  readonly facts: string;
  /** The oldest and the newest release that were read. */
  readonly versions: readonly [string, string];
  readonly checked: string;
  readonly source: Reference;
  readonly keys: readonly KeyFacts[];
}

/** One file of key facts: the sets of a technology. */
export interface KeyFile {
  readonly sets: Readonly<Record<string, KeySet>>;
}

/** The page that documents a key. */
export function linkOf(set: KeySet, key: KeyFacts): string {
  return (key.link ?? set.link)
    .replace('{name}', key.name)
    .replace('{anchor}', key.name.toLowerCase().replace(/\./g, '-'))
    .replace('{lower}', key.name.toLowerCase());
}
