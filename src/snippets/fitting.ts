import type { FormatId, Registry, ViewId } from '../core';
import type { Snippet } from './snippet';

/** What is known of the place where a snippet is to be inserted. */
export interface Place {
  /** VS Code's language of the document; empty where no editor is open. */
  readonly language: string;
  readonly format: FormatId | undefined;
  /** Kinds of the sub-document at the cursor, with the views found in them. */
  readonly views: ReadonlySet<ViewId>;
  /** True where nothing but white space is in the document. */
  readonly isEmpty: boolean;
  /** True where the document holds Kubernetes resources, beside which more may stand. */
  readonly hasResources: boolean;
}

/** How well a snippet fits: into what is there, beside it, in the language at least, or not at all. */
export type Fit = 'here' | 'beside' | 'language' | 'none';

/** How well a snippet fits a place. */
export function fitOf(snippet: Snippet, place: Place): Fit {
  // Without an editor a snippet starts a file of its own, which only a whole one can be.
  if (place.language === '') return snippet.inserts === 'part' ? 'none' : 'here';
  const speaks = snippet.languages.includes(place.language) || snippet.format === place.format;
  if (!speaks) return 'none';
  const isKnown = snippet.kinds.length > 0 && place.views.size > 0;
  if (snippet.inserts === 'part') {
    if (place.isEmpty) return 'language';
    if (!isKnown) return snippet.kinds.length === 0 ? 'here' : 'language';
    return snippet.kinds.some((kind) => place.views.has(kind)) ? 'here' : 'language';
  }
  if (place.isEmpty) return 'here';
  return place.hasResources && hasResources(snippet.body) ? 'beside' : 'language';
}

/** Whether a YAML text holds a Kubernetes resource. */
export function hasResources(text: string): boolean {
  return /^apiVersion:\s/m.test(text);
}

/** The snippets that fit a place, best first; of equal fit, those of the same technology come first. */
export function fittingSnippets(
  library: readonly Snippet[],
  place: Place,
  { all, disabled }: { readonly all: boolean; readonly disabled: ReadonlySet<string> },
): readonly { readonly snippet: Snippet; readonly fit: Fit }[] {
  const families = new Set([...place.views].map((view) => view.slice(0, view.indexOf('/'))));
  const rank = ({ snippet, fit }: { snippet: Snippet; fit: Fit }): number =>
    order.indexOf(fit) * 2 + (families.has(snippet.technology) ? 0 : 1);
  return library
    .filter(({ technology }) => !disabled.has(technology))
    .map((snippet) => ({ snippet, fit: fitOf(snippet, place) }))
    .filter(({ fit }) => all || fit === 'here' || fit === 'beside')
    .sort((a, b) => rank(a) - rank(b));
}

const order: readonly Fit[] = ['here', 'beside', 'language', 'none'];

/** A kind and all views that are found in a document of it. */
export function reachableViews(registry: Registry, kind: ViewId): ReadonlySet<ViewId> {
  const found = new Set<ViewId>([kind]);
  for (const id of found) for (const mount of registry.view(id)?.mounts ?? []) found.add(mount.as);
  return found;
}
