import type { Span } from '../span';
import type { SubDocumentResult } from './analyse';

/** The findings of the text before an edit, moved to where their text is now; their fixes are gone. */
export function shifted(
  result: SubDocumentResult,
  change: { start: number; end: number; delta: number },
): SubDocumentResult {
  const move = (offset: number): number =>
    offset >= change.end
      ? offset + change.delta
      : Math.min(offset, Math.max(change.start, change.end + change.delta));
  const moveSpan = (span: Span): Span => ({
    start: move(span.start),
    end: Math.max(move(span.start), move(span.end)),
  });
  return {
    ...result,
    findings: result.findings.map((raw) => ({
      ...raw,
      span: moveSpan(raw.span),
      fix: undefined,
      related: raw.related.map(({ message, span }) => ({ message, span: moveSpan(span) })),
    })),
    facts: result.facts.map((fact) => ({ ...fact, span: moveSpan(fact.span) })),
    suppressions: result.suppressions.map((mark) => ({ ...mark, ...moveSpan(mark) })),
  };
}
