import type { SyntaxNode, Tree } from '@lezer/common';

/** One name that an import statement binds. */
export interface ImportedName {
  readonly statement: SyntaxNode;
  /** `ray.tune` of `from ray.tune import Tuner`; dots in front for a relative import. */
  readonly module: string;
  /** `Tuner` of `from ray.tune import Tuner`; absent for `import ray.tune`. */
  readonly name: string | undefined;
  readonly alias: string | undefined;
  readonly moduleSpan: { readonly from: number; readonly to: number };
  readonly nameNode: SyntaxNode | undefined;
}

/** What names of a file stand for, as far as one can see without running it. */
export interface Bindings {
  readonly imports: readonly ImportedName[];
  /** Local name to dotted name, for names that all imports bind alike. */
  readonly imported: ReadonlyMap<string, string>;
  /** Names bound exactly once in the whole file, by a plain assignment: to the value's node. */
  readonly assigned: ReadonlyMap<string, SyntaxNode>;
}

/** Reads all imports and assignments of a file. */
export function readBindings(source: string, tree: Tree): Bindings {
  const imports: ImportedName[] = [];
  const counts = new Map<string, number>();
  const values = new Map<string, SyntaxNode>();
  tree.iterate({
    enter(reference) {
      const { name } = reference;
      if (name === 'ImportStatement') imports.push(...readImport(source, reference.node));
      else if (name === 'AssignStatement') readAssignment(source, reference.node, counts, values);
      else if (binders.has(name))
        for (const bound of boundNames(source, reference.node)) count(counts, bound, 2);
    },
  });
  for (const [name, times] of counts) if (times > 1) values.delete(name);
  return { imports, imported: importedNames(imports), assigned: values };
}

/** Nodes whose direct variable names may be bound; a default value counted along only costs a constant. */
const binders = new Set([
  'UpdateStatement', 'ForStatement', 'WithStatement', 'TryStatement', 'ParamList', 'ScopeStatement', 'NamedExpression',
  'ArrayComprehensionExpression', 'SetComprehensionExpression', 'DictionaryComprehensionExpression', 'ComprehensionExpression',
  'FunctionDefinition', 'ClassDefinition', 'CapturePattern', 'DeleteStatement',
]); // prettier-ignore

function readAssignment(
  source: string,
  node: SyntaxNode,
  counts: Map<string, number>,
  values: Map<string, SyntaxNode>,
): void {
  const children = childrenOf(node);
  const last = children.map((child) => child.name).lastIndexOf('AssignOp');
  if (last < 0) return;
  const [target] = children;
  const value = children[last + 1];
  const single =
    children.filter((child) => child.name === 'AssignOp').length === 1 && children.length - last === 2;
  const plain = children.slice(0, last).every((child) => child === target || child.name === 'TypeDef');
  if (target?.name === 'VariableName' && single && plain && value) {
    const name = source.slice(target.from, target.to);
    count(counts, name, 1);
    values.set(name, value);
    return;
  }
  for (const child of children.slice(0, last))
    for (const name of boundNames(source, child)) count(counts, name, 2);
}

function count(counts: Map<string, number>, name: string, times: number): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

function boundNames(source: string, node: SyntaxNode, depth = 0): string[] {
  if (node.name === 'VariableName') return [source.slice(node.from, node.to)];
  return childrenOf(node).flatMap((child) => {
    if (child.name === 'VariableName') return [source.slice(child.from, child.to)];
    const nested =
      child.name === 'TupleExpression' ||
      child.name === 'ArrayExpression' ||
      child.name === 'ParenthesizedExpression';
    return nested && depth < 8 ? boundNames(source, child, depth + 1) : [];
  });
}

function readImport(source: string, statement: SyntaxNode): ImportedName[] {
  const children = childrenOf(statement);
  const text = (node: SyntaxNode | undefined): string => (node ? source.slice(node.from, node.to) : '');
  const at = children.findIndex((child) => child.name === 'import');
  if (at < 0 || children.some((child) => child.type.isError)) return [];
  if (children[0]?.name === 'import')
    return splitAtCommas(children.slice(1)).flatMap((part) => plainImport(statement, part, text));
  const path = children.slice(1, at);
  const [first] = path;
  const last = path[path.length - 1];
  if (!first || !last) return [];
  const module = path.map(text).join('');
  const moduleSpan = { from: first.from, to: last.to };
  const names = children.slice(at + 1).filter((child) => child.name !== '(' && child.name !== ')');
  return splitAtCommas(names).flatMap((part) => {
    const [nameNode] = part;
    if (!nameNode) return [];
    const alias = part.length > 2 ? text(part[2]) : undefined;
    return [{ statement, module, name: text(nameNode), alias, moduleSpan, nameNode }];
  });
}

function plainImport(
  statement: SyntaxNode,
  part: readonly SyntaxNode[],
  text: (node: SyntaxNode | undefined) => string,
): ImportedName[] {
  const as = part.findIndex((child) => child.name === 'as');
  const path = as < 0 ? part : part.slice(0, as);
  const [first] = path;
  const last = path[path.length - 1];
  if (!first || !last) return [];
  const alias = as < 0 ? undefined : text(part[as + 1]);
  return [
    {
      statement,
      module: path.map(text).join(''),
      name: undefined,
      alias,
      moduleSpan: { from: first.from, to: last.to },
      nameNode: undefined,
    },
  ];
}

function splitAtCommas(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') parts.push([]);
    else parts[parts.length - 1]?.push(node);
  }
  return parts.filter((part) => part.length > 0);
}

function importedNames(imports: readonly ImportedName[]): Map<string, string> {
  const found = new Map<string, string>();
  const torn = new Set<string>();
  for (const { module, name, alias } of imports) {
    if (name === '*') continue;
    const root = module.split('.')[0] ?? module;
    const [local, means] =
      name === undefined ? (alias ? [alias, module] : [root, root]) : [alias ?? name, `${module}.${name}`];
    const other = found.get(local);
    if (other !== undefined && other !== means) torn.add(local);
    found.set(local, means);
  }
  for (const local of torn) found.delete(local);
  return found;
}

/** The children of a node without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}
