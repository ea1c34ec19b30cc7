import { parser } from '@prometheus-io/lezer-promql';

/** One node of a parsed expression; offsets are those of the expression's text. */
export interface QueryNode {
  /** The grammar's name: `FunctionCall`, `VectorSelector`, `MatrixSelector` … */
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly QueryNode[];
}

/** A parsed PromQL expression; `valid` is false where the text is half-typed or not of the grammar. */
export interface Query {
  readonly root: QueryNode;
  readonly valid: boolean;
}

/** A call of a function, with the arguments between its parentheses. */
export interface FunctionCall {
  readonly name: string;
  readonly node: QueryNode;
  readonly parameters: readonly QueryNode[];
}

/** Parses a PromQL expression; never throws. */
export function parseQuery(text: string): Query {
  let valid = text.trim() !== '';
  const cursor = parser.parse(text).cursor();
  const build = (): QueryNode => {
    const { name, from, to } = cursor;
    if (cursor.type.isError) valid = false;
    const children: QueryNode[] = [];
    if (cursor.firstChild()) {
      do children.push(build());
      while (cursor.nextSibling());
      cursor.parent();
    }
    return { type: name, text: text.slice(from, to), start: from, end: to, children };
  };
  const root = build();
  return { root, valid };
}

/** A node and all below it, in the order of the text. */
export function* nodesOf(node: QueryNode): Iterable<QueryNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** All nodes of these types below a node, itself included. */
export function nodesOfType(node: QueryNode, ...types: readonly string[]): readonly QueryNode[] {
  return [...nodesOf(node)].filter(({ type }) => types.includes(type));
}

/** All function calls below a node. */
export function callsOf(node: QueryNode): readonly FunctionCall[] {
  return nodesOfType(node, 'FunctionCall').flatMap((call) => {
    const [identifier, body] = call.children;
    return identifier && body ? [{ name: identifier.text, node: call, parameters: body.children }] : [];
  });
}

/** The names of all metrics selected below a node, `{__name__="x"}` left out. */
export function metricsOf(node: QueryNode): readonly QueryNode[] {
  return nodesOfType(node, 'VectorSelector').flatMap(({ children }) =>
    children.filter(({ type }) => type === 'Identifier'),
  );
}

/** Whether a node is a range of samples: `x[5m]`, a subquery, or one of them in parentheses or with an offset. */
export function isRange(node: QueryNode): boolean {
  if (node.type === 'MatrixSelector' || node.type === 'SubqueryExpr') return true;
  const inner = ['ParenExpr', 'OffsetExpr', 'StepInvariantExpr'].includes(node.type)
    ? node.children[0]
    : undefined;
  return inner !== undefined && isRange(inner);
}

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

const duration = /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;

/** Milliseconds of a duration as Prometheus writes it (`1h30m`); undefined if it is none. */
export function durationInMs(text: string): number | undefined {
  if (text === '0') return 0;
  if (text === '' || !duration.test(text)) return undefined;
  let sum = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g))
    sum += Number(count) * (units[unit ?? ''] ?? 0);
  return sum;
}
