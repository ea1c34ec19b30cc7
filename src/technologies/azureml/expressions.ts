import type { NodeView, Span } from '../../core';

/** One name that an expression such as `${{inputs.data}}` reads. */
export interface NamedInput {
  readonly root: 'inputs' | 'search_space' | 'parent.inputs' | 'parent.jobs';
  readonly name: string;
  /** The name with its root. */
  readonly span: Span;
}

const reference = /\$\{\{\s*((parent\.inputs|parent\.jobs|inputs|search_space)\.(\w+))(?:\.[\w.]*)?\s*\}\}/g;
const roots = ['inputs', 'search_space', 'parent.inputs', 'parent.jobs'] as const;

/** The names that expressions below read. */
export function expressionsIn(view: NodeView | undefined): readonly NamedInput[] {
  if (!view?.node) return [];
  const { start, end } = view.node.span;
  return [...view.document.text.slice(start, end).matchAll(reference)].flatMap((match) => {
    const [whole, path = '', written = '', name = ''] = match;
    const root = roots.find((each) => each === written);
    const from = start + match.index + whole.indexOf(path);
    return root ? [{ root, name, span: { start: from, end: from + path.length } }] : [];
  });
}

/** The keys of the map there: none when it is absent, undefined when that is not known. */
export function namesBelow(at: NodeView, ...path: string[]): ReadonlySet<string> | undefined {
  const map = at.map(...path);
  if (map.is === 'absent') return new Set();
  return map.is === 'known' ? new Set(map.value.entries().map(({ key }) => key)) : undefined;
}
