import type { FormatId, Technology, ViewId } from '../core';

/** One snippet of the library. */
export interface Snippet {
  /** The static prefix, which is also its identity: `ai-kafka-producer`. */
  readonly prefix: string;
  readonly name: string;
  readonly description: string;
  /** The technology's slug: a family, which a setting can switch off. */
  readonly technology: string;
  /** The technology's name as its makers write it. */
  readonly title: string;
  readonly pattern: Technology['pattern'];
  readonly format: FormatId;
  /** VS Code languages in which it is offered. */
  readonly languages: readonly string[];
  /** `file`: stands by itself, in a new file or as one more document; `part`: goes into something that is there. */
  readonly inserts: 'file' | 'part';
  /** Kinds that a file snippet makes, or kinds and views that a part goes into; empty when none is known. */
  readonly kinds: readonly ViewId[];
  /** Where a part goes, in words. */
  readonly into: string | undefined;
  /** A usual name of the file. */
  readonly path: string;
  readonly source: string;
  readonly body: string;
}

/** The key of a `.code-snippets` entry that is ours and that VS Code passes over. */
export const ownKey = 'aiPatterns';

/** The extension of the files that VS Code and we both read. */
export const libraryExtension = '.code-snippets';
