import type { DocumentModel, FormatEdits, FormatId } from './document';
import type { Fact } from './fact';
import type { NodeView } from './node-view';
import type { ResolvedNode } from './tree';

/** Keys from a root to a node; `*` stands for any key or item. Dots and slashes are part of a key. */
export type Path = readonly string[];

/** Name of a shape that rules are written against, such as `kubernetes/container`. */
export type ViewId = string;

/** A tree seen as another shape: real spans, other keys. */
export interface Adapted {
  readonly node: ResolvedNode;
  /**
   * How to edit it, made from the edits of the text that it stands in; `same`: nodes and entries stand there as the
   * format knows them. Without, no fix is offered there.
   */
  readonly edits?: 'same' | ((own: FormatEdits) => FormatEdits);
}

/** A place in a view where another view begins. */
export interface Mount {
  readonly at: Path;
  /** The view found there; `by-resource` recognises a Kubernetes resource anew. */
  readonly as: ViewId;
  /** `partial`: an operator or a default supplies what is absent. Left out: as in the view around. */
  readonly absence?: 'complete' | 'partial';
  /** Paths in the mounted view whose absence means nothing, because something else supplies them. */
  readonly suppliedElsewhere?: readonly Path[];
  /** Gives the node another shape first; undefined: the view is not mounted here. */
  adapt?(node: ResolvedNode, document: DocumentModel): Adapted | undefined;
}

/** Keys that the software itself defines, and that a view takes: `kafka/broker`, from `technologies/kafka/keys.json`. */
export interface KeySource {
  readonly set: string;
  /** Stands before the keys there: `producer.` in a worker's configuration. */
  readonly prefix?: string;
  /** Values have to be texts there, as those of annotations are. */
  readonly texts?: boolean;
}

/** A shape that rules are written against. */
export interface View {
  readonly id: ViewId;
  /** What it is, in a few words, for pages and lists. */
  readonly title: string;
  readonly mounts?: readonly Mount[];
  /** Where its keys are defined, for hovers and completion. */
  readonly keys?: readonly KeySource[];
  /** True where `a.b: 1` and `a: {b: 1}` say the same. */
  readonly dottedKeys?: boolean;
  /** How the file's own reader reads booleans: YAML 1.1 takes yes/no/on/off, `text` any case of true/false. */
  readonly booleans?: 'yaml-1.1' | 'yaml-1.2' | 'text';
  /** `absent` where the reader drops a key without a value; else nothing follows from one. */
  readonly nulls?: 'absent';
}

/** What a Kubernetes resource must say to be of a kind. */
export interface ResourceTest {
  readonly group: string;
  readonly kinds: readonly string[];
  /** Any version if left out. */
  readonly versions?: readonly string[];
}

/** Whether a file as a whole speaks of a laptop or of something shared. */
export type EnvironmentSign = 'local' | 'shared';

/** A view that a whole sub-document can be. */
export interface Kind extends View {
  readonly formats: readonly FormatId[];
  /** Recognition by `apiVersion` and `kind`, looked up in a table. */
  readonly resource?: ResourceTest;
  /** Recognition by content and path (POSIX, relative); content first. */
  recognise?(document: DocumentModel, path: string): boolean;
  /** Usual file names, as globs: for documentation, and for the choice between kinds that look alike. */
  readonly paths?: readonly string[];
  /** True when the document is a patch or fragment, so that absence proves nothing. */
  isPartial?(root: NodeView): boolean;
  environment?(root: NodeView): EnvironmentSign | undefined;
  /** `path` is the file's, POSIX and relative, for what only the name of a file tells. */
  facts?(root: NodeView, path: string): Iterable<Fact>;
}

/** A technology: its kinds and views; its rules stand in files of their own. */
export interface Technology {
  readonly slug: string;
  readonly title: string;
  /** The pattern that it mostly serves. */
  readonly pattern: 'data-pipeline' | 'training' | 'deployment' | 'feedback-loop' | 'security-compliance';
  readonly homepage: string;
  readonly kinds: readonly Kind[];
  readonly views: readonly View[];
}
