import type { Edit, Span } from './span';
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from './tree';

/** How a file is written. */
export type FormatId =
  | 'yaml'
  | 'json'
  | 'properties'
  | 'toml'
  | 'dockerfile'
  | 'sql'
  | 'env'
  | 'requirements'
  | 'python'
  | 'hcl'
  | 'xml'
  | 'markdown'
  | 'text';

/** A place where the text is not of its format. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

/** One comment, its marker included. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** What one sub-document says, whatever its format. */
export interface DocumentModel {
  readonly format: FormatId;
  readonly text: string;
  /** Absent for an empty document and for text that could not be read at all. */
  readonly root: TreeNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** True where a template engine (Helm, Jinja) fills parts in later: absence then proves nothing. */
  readonly templated: boolean;
  /** Spans whose text a template engine or a shell supplies. */
  readonly masked: readonly Span[];
}

/** A plain value that a fix writes. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** Text edits that keep comments, quotes and indentation; undefined where the place cannot be edited surely. */
export interface FormatEdits {
  setScalar(document: DocumentModel, node: ScalarNode, value: PlainValue): Edit[] | undefined;
  /** Replaces any node by a value. */
  replace(document: DocumentModel, entry: Entry, value: PlainValue): Edit[] | undefined;
  insert(document: DocumentModel, map: MapNode, key: string, value: PlainValue): Edit[] | undefined;
  remove(document: DocumentModel, map: MapNode, entry: Entry): Edit[] | undefined;
  renameKey(document: DocumentModel, entry: Entry, key: string): Edit[] | undefined;
  append(document: DocumentModel, list: ListNode, value: PlainValue): Edit[] | undefined;
  removeItem(document: DocumentModel, list: ListNode, item: TreeNode): Edit[] | undefined;
}

/** One format: how to know its files, cut them into sub-documents, read and edit them. */
export interface Format {
  readonly id: FormatId;
  /** File name globs, lower case, matched on the base name. */
  readonly fileNames: readonly RegExp[];
  /** VS Code language identifiers. */
  readonly languages: readonly string[];
  /** True where `---` on a line of its own starts a new sub-document. */
  readonly multiDocument: boolean;
  readonly edits: FormatEdits;
  /** Comments of one sub-document, in order. */
  comments(text: string): Comment[];
  /** Starts a comment line; empty where the format has none. */
  readonly commentMark: string;
  /** Fetches heavy parsers; to be awaited once before `parse` and `parseTolerant`. */
  load(): Promise<void>;
  /** Reads valid text; undefined when the text is broken, so that `parseTolerant` has to read it. */
  parse(text: string): DocumentModel | undefined;
  /** Reads any text: what can be understood of it, and the problems. Never throws. */
  parseTolerant(text: string): DocumentModel;
}
