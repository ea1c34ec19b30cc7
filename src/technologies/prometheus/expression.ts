import type { NodeView, Span } from '../../core';
import { parseQuery } from '../../formats/promql/promql';
import type { Query, QueryNode } from '../../formats/promql/promql';

/** An expression that stands in a file, and where its parts stand there. */
export interface Expression {
  readonly query: Query;
  readonly span: Span;
  spanOf(node: QueryNode): Span;
}

/** The expression of a rule, if it is known and whole. */
export function expressionOf(rule: NodeView): Expression | undefined {
  const text = rule.text('expr');
  if (text.is !== 'known') return undefined;
  const query = parseQuery(text.value);
  if (!query.valid) return undefined;
  const source = rule.document.text.slice(text.span.start, text.span.end);
  return {
    query,
    span: text.span,
    spanOf: (node) => {
      const offset = offsetInSource(text.value, source, node);
      if (offset === undefined) return text.span;
      return { start: text.span.start + offset, end: text.span.start + offset + node.text.length };
    },
  };
}

/** Where a part of the decoded text stands in the token; undefined where escapes or line breaks divide it. */
function offsetInSource(decoded: string, source: string, node: QueryNode): number | undefined {
  let offset = -1;
  // The same piece may stand there several times: the nth of the text is the nth of the token.
  for (
    let from = decoded.indexOf(node.text);
    from >= 0 && from <= node.start;
    from = decoded.indexOf(node.text, from + 1)
  ) {
    offset = source.indexOf(node.text, offset + 1);
    if (offset < 0) return undefined;
  }
  return offset < 0 ? undefined : offset;
}
