import { findEntry, resolve } from '../core';
import type { DocumentModel, Entry, Mount, NodeView, ResolvedNode, Span, TreeNode, ViewId } from '../core';

/**
 * Mounts a view on all calls of these dotted names in a Python file; the view's keys are the arguments.
 * `parameters` names positional arguments in order. Calls with `*` or `**` arguments are left out.
 */
export function callMounts(
  view: ViewId,
  names: readonly string[],
  parameters: readonly string[] = [],
): Mount[] {
  return names.map((name) => ({
    at: ['byName', name, '*'],
    as: view,
    absence: 'complete',
    adapt: (node) => argumentsOf(node, parameters),
  }));
}

/** The same for methods, by their last name; `object` must hold of the dotted name of what the method is called on. */
export function methodMounts(
  view: ViewId,
  methods: readonly string[],
  parameters: readonly string[] = [],
  object?: RegExp,
): Mount[] {
  return methods.map((method) => ({
    at: ['byMethod', method, '*'],
    as: view,
    absence: 'complete',
    adapt: (node) => (object?.test(objectOf(node)) === false ? undefined : argumentsOf(node, parameters)),
  }));
}

function objectOf(node: ResolvedNode): string {
  const name = scalarOf(node, 'resolved')?.text ?? '';
  return name.slice(0, name.lastIndexOf('.'));
}

function argumentsOf(
  node: ResolvedNode,
  parameters: readonly string[],
): { node: ResolvedNode; edits: 'same' } | undefined {
  if (node.type !== 'map' || findEntry(node, 'spread')) return undefined;
  const keywords = resolve(findEntry(node, 'keywords')?.entry.value);
  const positional = resolve(findEntry(node, 'positional')?.entry.value);
  if (keywords?.type !== 'map' || positional?.type !== 'list') return undefined;
  const named = parameters.flatMap((key, index): Entry[] => {
    const value = positional.items[index];
    return value ? [{ key, keySpan: value.span, value }] : [];
  });
  return { node: { ...keywords, entries: [...named, ...keywords.entries] }, edits: 'same' };
}

/** One imported name of a Python file. */
export interface Import {
  readonly module: string;
  readonly name: string | undefined;
  readonly moduleSpan: Span;
  /** The imported name; the module where the module itself is imported. */
  readonly span: Span;
}

/** All names that a Python file imports. */
export function importsOf(document: DocumentModel): Import[] {
  return itemsOf(document, 'imports').flatMap((item) => {
    const module = scalarOf(item, 'module');
    const name = scalarOf(item, 'name');
    if (!module) return [];
    return [{ module: module.text, name: name?.text, moduleSpan: module.span, span: (name ?? module).span }];
  });
}

/** Whether a Python file imports one of these packages, or something inside them. */
export function importsAny(document: DocumentModel, packages: readonly string[]): boolean {
  return importsOf(document).some(({ module, name }) => {
    const whole = name === undefined ? module : `${module}.${name}`;
    return packages.some((wanted) =>
      [module, whole].some((given) => given === wanted || given.startsWith(`${wanted}.`)),
    );
  });
}

/** The calls of these dotted names; look below `keywords` and `positional`. */
export function callsTo(script: NodeView, ...names: readonly string[]): NodeView[] {
  return names.flatMap((name) => script.at('byName', name)?.items() ?? []);
}

/** The calls of methods with these last names, whatever the object is. */
export function methodsCalled(script: NodeView, ...methods: readonly string[]): NodeView[] {
  return methods.flatMap((method) => script.at('byMethod', method)?.items() ?? []);
}

/** Whether the file calls anything of that dotted name or method name. */
export function callsAny(script: NodeView, ...names: readonly string[]): boolean {
  return callsTo(script, ...names).length > 0 || methodsCalled(script, ...names).length > 0;
}

/** What an expression that is no literal stands for: `ray.tune.Tuner()` of a call, `a.b` of a name. */
export function meaningOf(at: NodeView | undefined): string | undefined {
  const { node } = at ?? {};
  const isNamed = node?.type === 'scalar' && (node.tag === '!call' || node.tag === '!name');
  return isNamed ? node.text : undefined;
}

/** All string literals of a file; f-strings too when asked for, as they are written. */
export function stringsOf(
  document: DocumentModel,
  withFormatted = false,
): { readonly text: string; readonly span: Span }[] {
  const lists = withFormatted ? ['strings', 'formatted'] : ['strings'];
  return lists
    .flatMap((list) => itemsOf(document, list))
    .flatMap((item) => (item?.type === 'scalar' ? [{ text: item.text, span: item.span }] : []));
}

function itemsOf({ root }: DocumentModel, key: string): (ResolvedNode | undefined)[] {
  const module = resolve(root);
  const list = module?.type === 'map' ? resolve(findEntry(module, key)?.entry.value) : undefined;
  return list?.type === 'list' ? list.items.map(resolve) : [];
}

function scalarOf(node: TreeNode | undefined, key: string): { text: string; span: Span } | undefined {
  const value = node?.type === 'map' ? resolve(findEntry(node, key)?.entry.value) : undefined;
  return value?.type === 'scalar' ? value : undefined;
}
