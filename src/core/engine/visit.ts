import type { DocumentModel, FormatEdits } from '../document';
import type { Adapted, Kind, Mount, Path, View } from '../kind';
import { NodeView } from '../node-view';
import { firstToken } from '../node-lookup';
import type { ViewContext } from '../node-view';
import type { Span } from '../span';
import { effectiveEntries, resolve } from '../tree';
import type { Entry, MapNode, ResolvedNode } from '../tree';
import type { Registry, RuleUse, TrieNode } from './registry';
import { resourceView } from './registry';

/** Called for each place that a rule looks at. */
export type OnMatch = (use: RuleUse, at: NodeView) => void;

/** Called with the root of each view that is found, the kinds of the document included. */
export type OnView = (root: NodeView) => void;

/** One view being walked: where in its paths, and what holds for its nodes. */
interface State {
  readonly trie: TrieNode;
  readonly scope: ViewScope;
}

/** A mounted view and its root; nodes are made only where a rule looks. */
class ViewScope {
  private rootView: NodeView | undefined;
  constructor(
    readonly context: ViewContext,
    readonly rootPlace: Place,
    readonly depth: number,
  ) {}

  root(): NodeView {
    this.rootView ??= this.at(this.rootPlace);
    return this.rootView;
  }

  at(place: Place): NodeView {
    const path = place === this.rootPlace ? [] : place.keys.slice(this.depth);
    return new NodeView(
      this.context,
      place.node,
      path,
      place.anchor,
      place.via,
      place.entry,
      place.container,
    );
  }
}

interface Place {
  readonly node: ResolvedNode | undefined;
  readonly keys: Path;
  readonly anchor: Span;
  readonly via: 'alias' | 'merge' | undefined;
  readonly entry: Entry | undefined;
  readonly container: MapNode | undefined;
}

const deepestTree = 200;

/** Walks a sub-document once, as all its kinds at the same time, and reports each place a rule looks at. */
export class Visitor {
  constructor(
    private readonly registry: Registry,
    private readonly document: DocumentModel,
    private readonly edits: FormatEdits,
    private readonly onMatch: OnMatch,
    private readonly onView?: OnView,
  ) {}

  /** Visits the document as these kinds; returns the root views, for facts and environment. */
  visit(kinds: readonly Kind[], partial: boolean): NodeView[] {
    const root = resolve(this.document.root);
    if (!root) return [];
    const place: Place = {
      node: root,
      keys: [],
      anchor: firstToken(root),
      via: undefined,
      entry: undefined,
      container: undefined,
    };
    const scopes = kinds.map((kind) => this.rootScope(kind, place, partial));
    const states = scopes.map((scope) => ({ trie: this.registry.trie(scope.context.view.id), scope }));
    if (isResource(root)) states.push(...this.resourceState(place, partial));
    for (const { scope } of states) this.onView?.(scope.root());
    this.walk(place, states);
    return scopes.map((scope) => scope.root());
  }

  private rootScope(kind: Kind, place: Place, partial: boolean): ViewScope {
    const scope = (absence: 'complete' | 'partial'): ViewScope =>
      new ViewScope(
        this.context(kind, { absence, outer: undefined, suppliedElsewhere: [] }, this.edits),
        place,
        0,
      );
    const complete = scope(partial ? 'partial' : 'complete');
    return !partial && kind.isPartial?.(complete.root()) === true ? scope('partial') : complete;
  }

  private resourceState(place: Place, partial: boolean): State[] {
    const view = this.registry.view(resourceView);
    if (!view) return [];
    const absence = partial ? 'partial' : 'complete';
    const context = this.context(view, { absence, outer: undefined, suppliedElsewhere: [] }, this.edits);
    return [{ trie: this.registry.trie(view.id), scope: new ViewScope(context, place, place.keys.length) }];
  }

  private context(
    view: View,
    rest: Pick<ViewContext, 'absence' | 'outer' | 'suppliedElsewhere'>,
    edits: FormatEdits | undefined,
  ): ViewContext {
    return { document: this.document, view, edits, ...rest };
  }

  private walk(place: Place, states: readonly State[]): void {
    if (place.keys.length > deepestTree) return;
    const own: State[] = [];
    for (const state of states) {
      this.match(state, place);
      if (state.trie.children.size > 0 || state.trie.star) own.push(state);
    }
    // Mounting may add states to this same place; `mountAll` visits an adapted tree on its own.
    for (const mounted of this.mountAll(place, states)) {
      this.match(mounted, place);
      if (mounted.trie.children.size > 0 || mounted.trie.star) own.push(mounted);
    }
    if (own.length > 0) this.walkChildren(place, own);
  }

  /** All rules of one place share one view of it. */
  private match({ trie, scope }: State, place: Place): void {
    if (trie.rules.length === 0) return;
    const at = scope.at(place);
    for (const use of trie.rules) this.onMatch(use, at);
  }

  /** The states of all views mounted here, and of those mounted at their roots in turn. */
  private mountAll(place: Place, states: readonly State[]): State[] {
    const added: State[] = [];
    let current = states;
    for (let round = 0; round < 4 && current.length > 0; round++) {
      const next = current.flatMap((state) =>
        state.trie.mounts.flatMap((mount) => this.mount(place, state, mount)),
      );
      added.push(...next);
      current = next;
    }
    return added;
  }

  private mount(place: Place, state: State, mount: Mount): State[] {
    if (mount.as === 'by-resource') return this.mountResource(place, state);
    const view = this.registry.view(mount.as);
    if (!view || !place.node) return [];
    const { context } = state.scope;
    const rest = {
      absence: mount.absence ?? context.absence,
      outer: state.scope.root(),
      suppliedElsewhere: mount.suppliedElsewhere ?? [],
    };
    const trie = this.registry.trie(view.id);
    if (!mount.adapt) {
      const scope = new ViewScope(this.context(view, rest, context.edits), place, place.keys.length);
      this.onView?.(scope.root());
      return [{ trie, scope }];
    }
    const adapted = mount.adapt(place.node, this.document);
    if (adapted) {
      const inner: Place = { ...place, node: adapted.node, entry: undefined, container: undefined };
      const edits = adaptedEdits(adapted, context.edits);
      const scope = new ViewScope(this.context(view, rest, edits), inner, place.keys.length);
      this.onView?.(scope.root());
      this.walk(inner, [{ trie, scope }]);
    }
    return [];
  }

  private mountResource(place: Place, state: State): State[] {
    if (place.node?.type !== 'map') return [];
    const partial = state.scope.context.absence === 'partial';
    const states = this.registry.resourceKinds(place.node).map((kind) => {
      const absence = partial ? 'partial' : 'complete';
      const rest = { absence, outer: state.scope.root(), suppliedElsewhere: [] } as const;
      const scope = new ViewScope(this.context(kind, rest, this.edits), place, place.keys.length);
      this.onView?.(scope.root());
      return { trie: this.registry.trie(kind.id), scope };
    });
    return [...states, ...this.resourceState(place, partial)];
  }

  private walkChildren(place: Place, states: readonly State[]): void {
    const { node } = place;
    if (node?.type === 'map') {
      const dotted = states.some((state) => state.scope.context.view.dottedKeys);
      if (dotted) this.walkDotted(place, states, node, '');
      for (const { entry, merged } of effectiveEntries(node)) {
        const next = nextStates(states, entry.key, dotted);
        if (next.length === 0) continue;
        const via = merged ? 'merge' : entry.value.type === 'alias' ? 'alias' : place.via;
        this.walk(
          {
            node: resolve(entry.value),
            keys: [...place.keys, entry.key],
            anchor: entry.keySpan,
            via,
            entry,
            container: node,
          },
          next,
        );
      }
    } else if (node?.type === 'list') {
      node.items.forEach((item, index) => {
        const key = String(index);
        const next = nextStates(states, key, false);
        if (next.length === 0) return;
        const via = item.type === 'alias' ? 'alias' : place.via;
        const inner = { node: resolve(item), keys: [...place.keys, key], anchor: firstToken(item), via };
        this.walk({ ...inner, entry: undefined, container: undefined }, next);
      });
    }
  }

  /** Views with dotted keys: each nested key is also tried as the joined key. */
  private walkDotted(place: Place, states: readonly State[], map: MapNode, prefix: string): void {
    const dotted = states.filter((state) => state.scope.context.view.dottedKeys);
    for (const { entry, merged } of effectiveEntries(map)) {
      const key = prefix + entry.key;
      const value = resolve(entry.value);
      const next = nextStates(dotted, key, false);
      if (next.length > 0) {
        const via = merged ? 'merge' : entry.value.type === 'alias' ? 'alias' : place.via;
        this.walk(
          { node: value, keys: [...place.keys, key], anchor: entry.keySpan, via, entry, container: map },
          next,
        );
      }
      if (value?.type === 'map' && key.length < 200) this.walkDotted(place, dotted, value, `${key}.`);
    }
  }
}

const noStates: readonly State[] = [];

function nextStates(states: readonly State[], key: string, skipDotted: boolean): readonly State[] {
  // Most keys lead nowhere; they cost no list.
  let next: State[] | undefined;
  for (const { trie, scope } of states) {
    if (skipDotted && scope.context.view.dottedKeys) continue;
    const child = trie.children.get(key);
    if (child) (next ??= []).push({ trie: child, scope });
    if (trie.star) (next ??= []).push({ trie: trie.star, scope });
  }
  return next ?? noStates;
}

function adaptedEdits({ edits }: Adapted, own: FormatEdits | undefined): FormatEdits | undefined {
  if (edits === 'same' || !own) return own;
  return edits?.(own);
}

function isResource(node: ResolvedNode): boolean {
  if (node.type !== 'map') return false;
  let found = 0;
  for (const { key } of node.entries) if (key === 'apiVersion' || key === 'kind') found++;
  return found >= 2;
}
