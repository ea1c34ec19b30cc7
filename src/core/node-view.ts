import type { DocumentModel, FormatEdits, PlainValue } from './document';
import type { Path, View } from './kind';
import type { Fix, FixSafety } from './rule';
import { joinInsertions } from './span';
import type { Edit, Span } from './span';
import { findDotted, firstToken, isMasked, isNull, isUnknownScalar, nest } from './node-lookup';
import { readBoolean, readNumber } from './scalar-reading';
import { effectiveEntries, findEntry, resolve } from './tree';
import type { Entry, MapNode, ResolvedNode, ScalarNode, TreeNode } from './tree';
import type { Absent, Unknown, Value } from './value';

/** What holds for all nodes of one mounted view. */
export interface ViewContext {
  readonly document: DocumentModel;
  readonly view: View;
  readonly edits: FormatEdits | undefined;
  readonly absence: 'complete' | 'partial';
  readonly suppliedElsewhere: readonly Path[];
  /** The root of the view that this one is mounted in. */
  readonly outer: NodeView | undefined;
}

type Via = 'alias' | 'merge' | undefined;

interface Step {
  readonly node: ResolvedNode | undefined;
  readonly entry: Entry | undefined;
  readonly parent: MapNode | undefined;
  readonly span: Span;
  readonly via: Via;
}

/** A node of a file, read as its view reads it. Rules see files only through this. */
export class NodeView {
  constructor(
    readonly context: ViewContext,
    readonly node: ResolvedNode | undefined,
    /** Keys from the view's root; list items by number. */
    readonly path: Path,
    /** The key that introduces the node, or the start of the node: the least to underline. */
    readonly anchor: Span,
    private readonly via?: Via,
    private readonly entry?: Entry | undefined,
    private readonly container?: MapNode | undefined,
  ) {}

  get document(): DocumentModel {
    return this.context.document;
  }

  /** The root of the view around this one: the pod of a container. */
  get outer(): NodeView | undefined {
    return this.context.outer;
  }

  /** The last key of the path; empty at the view's root. */
  get key(): string {
    return this.path[this.path.length - 1] ?? '';
  }

  /** The node's own span: for a scalar its token. */
  get span(): Span {
    return this.node?.span ?? this.anchor;
  }

  /** The view at a path below, of whatever type. */
  get(...path: string[]): Value<NodeView> {
    const step = this.reach(path);
    if ('is' in step) return step;
    if (this.isDropped(step)) return this.absence(path, step);
    const view = this.viewOf(step, path);
    return { is: 'known', value: view, span: view.span, ...(step.via && { via: step.via }) };
  }

  /** The node at a path below, if it is there. */
  at(...path: string[]): NodeView | undefined {
    const step = this.reach(path);
    return 'is' in step || this.isDropped(step) ? undefined : this.viewOf(step, path);
  }

  /** Whether the file says anything there, placeholders included. */
  has(...path: string[]): boolean {
    const step = this.reach(path);
    return !('is' in step) && !this.isDropped(step);
  }

  /** The text of the scalar there, of whatever scalar type. */
  text(...path: string[]): Value<string> {
    return this.scalar(path, (text) => text);
  }

  /** The number there, written plainly or in quotes as the view's reader allows. */
  number(...path: string[]): Value<number> {
    return this.scalar(path, readNumber);
  }

  boolean(...path: string[]): Value<boolean> {
    const manner = this.context.view.booleans ?? 'yaml-1.2';
    return this.scalar(path, (text, node) => readBoolean(text, node, manner));
  }

  /** The items of the list there. */
  list(...path: string[]): Value<readonly NodeView[]> {
    const found = this.get(...path);
    if (found.is !== 'known') return found;
    const { node } = found.value;
    if (node?.type !== 'list')
      return found.value.isUnknown() ? { is: 'unknown' } : { is: 'invalid', span: found.span };
    const items = node.items.map((item, index) => found.value.item(item, index));
    return { is: 'known', value: items, span: node.span, ...(found.via && { via: found.via }) };
  }

  /** The map there. */
  map(...path: string[]): Value<NodeView> {
    const found = this.get(...path);
    if (found.is !== 'known' || found.value.node?.type === 'map') return found;
    return found.value.isUnknown() ? { is: 'unknown' } : { is: 'invalid', span: found.span };
  }

  /** All keys of the map here with their values, in order, merged ones last. */
  entries(): readonly NodeView[] {
    if (this.node?.type !== 'map') return [];
    const map = this.node;
    return effectiveEntries(map).map(({ entry, merged }) => {
      const via: Via = merged ? 'merge' : entry.value.type === 'alias' ? 'alias' : this.via;
      return new NodeView(
        this.context,
        resolve(entry.value),
        [...this.path, entry.key],
        entry.keySpan,
        via,
        entry,
        map,
      );
    });
  }

  /** The items of the list here; empty where there is no list. */
  items(): readonly NodeView[] {
    return this.node?.type === 'list' ? this.node.items.map((item, index) => this.item(item, index)) : [];
  }

  /** Whether the node here is filled in later: a placeholder, a template's part, a dangling alias. */
  isUnknown(): boolean {
    const { node } = this;
    if (!node) return true;
    if (node.type !== 'scalar')
      return isMasked(this.document, node.span) && node.span.end - node.span.start < 3;
    return isUnknownScalar(this.document, node);
  }

  /** Edits that make the path say `value`, creating what is missing. */
  set(path: Path, value: PlainValue): Edit[] | undefined {
    const { edits, document } = this.context;
    if (!edits) return undefined;
    const written = this.written(path);
    if (written) return written.overwrite(value);
    const [first, ...rest] = path;
    if (first === undefined) return undefined;
    const child = this.written([first]);
    if (child && rest.length > 0 && child.node?.type === 'map') return child.set(rest, value);
    if (child && rest.length > 0 && this.at(first) === undefined) return child.overwrite(nest(rest, value));
    if (child || this.node?.type !== 'map' || this.via) return undefined;
    return edits.insert(document, this.node, first, nest(rest, value));
  }

  /** Edits that delete the path's entry with its line. */
  remove(...path: string[]): Edit[] | undefined {
    const target = path.length === 0 ? this : this.written(path);
    if (!target?.entry || !target.container || target.via === 'merge') return undefined;
    return this.context.edits?.remove(this.document, target.container, target.entry);
  }

  /** Edits that rename the path's key. */
  rename(path: Path, key: string): Edit[] | undefined {
    const target = path.length === 0 ? this : this.written(path);
    if (!target?.entry || target.via === 'merge') return undefined;
    return this.context.edits?.renameKey(this.document, target.entry, key);
  }

  /** Edits that add an item to the list at the path. */
  append(path: Path, value: PlainValue): Edit[] | undefined {
    const target = this.at(...path);
    if (target?.node?.type !== 'list' || target.via) return undefined;
    return this.context.edits?.append(this.document, target.node, value);
  }

  /** A fix made of edits, or none where an edit was not possible. */
  fix(safety: FixSafety, title: string, ...parts: (readonly Edit[] | undefined)[]): Fix | undefined {
    const edits: Edit[] = [];
    for (const part of parts) {
      if (!part) return undefined;
      edits.push(...part);
    }
    return { title, safety, edits: joinInsertions(edits) };
  }

  /** What stands at a path, keys without a value included. */
  private written(path: Path): NodeView | undefined {
    const step = this.reach(path);
    return 'is' in step ? undefined : this.viewOf(step, path);
  }
  private reach(path: Path): Step | Unknown | Absent {
    let step: Step = {
      node: this.node,
      entry: this.entry,
      parent: undefined,
      span: this.anchor,
      via: this.via,
    };
    for (const key of path) {
      const next = this.descend(step, key);
      if (next === 'unknown') return { is: 'unknown' };
      if (next === 'absent') return this.absence(path, step);
      step = next;
    }
    return step;
  }

  private viewOf(step: Step, path: Path): NodeView {
    const whole = [...this.path, ...path];
    return new NodeView(this.context, step.node, whole, step.span, step.via, step.entry, step.parent);
  }

  /** Whether the view's reader takes a key without a value for a key that is not there. */
  private isDropped({ node, entry }: Step): boolean {
    if (this.context.view.nulls !== 'absent' || !entry || node?.type !== 'scalar') return false;
    return isNull(this.document, node) && !isMasked(this.document, node.span);
  }

  private overwrite(value: PlainValue): Edit[] | undefined {
    const { edits, document } = this.context;
    if (!edits || this.via) return undefined;
    if (this.node?.type === 'scalar' && (typeof value !== 'object' || value === null)) {
      return edits.setScalar(document, this.node, value);
    }
    return this.entry ? edits.replace(document, this.entry, value) : undefined;
  }

  private item(item: TreeNode, index: number): NodeView {
    const node = resolve(item);
    const via: Via = item.type === 'alias' ? 'alias' : this.via;
    return new NodeView(this.context, node, [...this.path, String(index)], firstToken(item), via);
  }

  private descend(step: Step, key: string): Step | 'absent' | 'unknown' {
    const { node } = step;
    if (!node) return step.entry ? 'unknown' : 'absent';
    if (node.type === 'list') {
      const item = node.items[Number(key)];
      return item ? stepTo(item, firstToken(item), step.via, undefined, undefined) : 'absent';
    }
    if (node.type === 'scalar')
      return isUnknownScalar(this.document, node) && !this.isDropped(step) ? 'unknown' : 'absent';
    const own = findEntry(node, key);
    if (own)
      return stepTo(own.entry.value, own.entry.keySpan, own.merged ? 'merge' : step.via, own.entry, node);
    const nested = this.context.view.dottedKeys ? findDotted(node, key) : undefined;
    if (!nested) return 'absent';
    const { entry, merged, parent } = nested;
    return stepTo(entry.value, entry.keySpan, merged ? 'merge' : step.via, entry, parent);
  }

  private absence(path: Path, last: Step): Unknown | Absent {
    const { absence, suppliedElsewhere } = this.context;
    if (absence === 'partial' || this.document.templated) return { is: 'unknown' };
    const whole = [...this.path, ...path];
    const supplied = suppliedElsewhere.some((known) =>
      known.every((key, index) => key === '*' || key === whole[index]),
    );
    return supplied ? { is: 'unknown' } : { is: 'absent', anchor: last.span };
  }

  private scalar<T>(path: Path, read: (text: string, node: ScalarNode) => T | undefined): Value<T> {
    const step = this.reach(path);
    if ('is' in step) return step;
    if (this.isDropped(step)) return this.absence(path, step);
    const { node, via } = step;
    if (!node) return { is: 'unknown' };
    if (node.type !== 'scalar') return { is: 'invalid', span: node.span };
    if (isUnknownScalar(this.document, node)) return { is: 'unknown' };
    const value = read(node.text, node);
    if (value === undefined) return { is: 'invalid', span: node.span };
    return via ? { is: 'known', value, span: node.span, via } : { is: 'known', value, span: node.span };
  }
}

// Written out, not spread together: this runs for every key that a rule asks for.
function stepTo(
  child: TreeNode,
  span: Span,
  via: Via,
  entry: Entry | undefined,
  parent: MapNode | undefined,
): Step {
  return { node: resolve(child), entry, parent, span, via: child.type === 'alias' ? 'alias' : via };
}
